"""Fit the weights with which points are found: ``weights/points.npz``.

    python training/feedback/point_head.py

Prints precision and recall on questions that were left out of the fit, then fits on everything.
"""

import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from kinds import library
from point_data import TRUST, Bag, bags
from sklearn.linear_model import LogisticRegression

from greenroom.engines.feedback import fitting, points
from greenroom.engines.feedback.review import read

WEIGHTS = Path(__file__).parents[2] / "src/greenroom/engines/feedback/weights/points.npz"
FOLDS, ROUNDS, C = 5, 3, 1.0
CAUTION = {"sample": 8.0, "paraphrase": 3.0}  # weak samples and hard negatives count for more than they are many
FIRST = {"told": 1.0, "share": 2.0, "across": -1.0}  # chooses the places before anything is learnt
BARS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
SOURCES = {
    "stranger": "answers of the open voices, read for points",
    "paraphrase": "single sentences in other words, and hard look-alikes",
    "sibling": "the same sentences for the other points of the rubric",
    "sample": "samples of the library; weak ones say no point",
    "elsewhere": "samples read for the points of another question",
}
Table = dict[str, float]


def rarities() -> Table:
    """Rarity of each stem over all samples, 0 for one in every sample and 1 for one in a single sample."""
    seen: Counter[str] = Counter()
    total = 0
    for slug, samples in library().samples.items():
        question = library().questions[slug]
        for sample in samples:
            words = read(question, library().rubrics[question.rubric], sample.text).sentences
            seen.update({points.canonical(w.text) for s in words for w in s.words})
            total += 1
    return {root: round(math.log(total / n) / math.log(total), 3) for root, n in sorted(seen.items()) if n > 1}


def spreads() -> Table:
    """How few points of the library hold a stem: 1 for one in no or a single point, 0 for one in all."""
    seen: Counter[str] = Counter()
    every = [point for rubric in library().rubrics.values() for point in rubric.points]
    for point in every:
        seen.update({root for text in (*point.said, point.text) for root, _ in points.weighed(text)})
    full = math.log(len(every))
    return {root: round(math.log(len(every) / (n + 0.5)) / full, 3) for root, n in sorted(seen.items()) if n > 1}


def write(weights: np.ndarray, rarity: Table, spread: Table) -> None:
    """Write the file and let the engine of this process read it anew."""
    tables = {"stems": "\n".join(rarity), "rarity": np.array(list(rarity.values()), dtype=np.float32),
              "roots": "\n".join(spread), "spread": np.array(list(spread.values()), dtype=np.float32)}  # fmt: skip
    np.savez_compressed(WEIGHTS, weights=weights, **tables)
    fitting.weights.cache_clear()
    points.known.cache_clear()


def fit(some: Sequence[Bag]) -> np.ndarray:
    """Fit the model; in each round every bag gives the place that the last round found best."""
    weights = np.array([FIRST.get(name, 0.0) for name in fitting.NAMES])
    held = [bag for bag in some if bag.rows]
    tables = [np.array(bag.rows) for bag in held]
    trust = [TRUST[bag.source] * (1.0 if bag.true else CAUTION.get(bag.source, 1.0)) for bag in held]
    for _ in range(ROUNDS):
        chosen = np.array([table[int(np.argmax(table @ weights))] for table in tables])
        model = LogisticRegression(C=C, fit_intercept=False, max_iter=3000)
        weights = model.fit(chosen, [bag.true for bag in held], sample_weight=trust).coef_[0]
    return weights


def chances(some: Sequence[Bag], weights: np.ndarray) -> np.ndarray:
    """The best chance in each bag."""
    scores = [max((float(np.dot(row, weights)) for row in bag.rows), default=-99.0) for bag in some]
    return np.array([1 / (1 + math.exp(-score)) for score in scores])


def left_out(some: Sequence[Bag]) -> np.ndarray:
    """The chance of each bag by weights that saw nothing of its question."""
    slugs = sorted({bag.question for bag in some})
    read_ = sorted({bag.question for bag in some if bag.source == "stranger"})
    fold = {slug: i % FOLDS for i, slug in enumerate([s for s in slugs if s not in read_])}
    fold |= {slug: i % FOLDS for i, slug in enumerate(read_)}
    found = np.zeros(len(some))
    for k in range(FOLDS):
        weights = fit([bag for bag in some if fold[bag.question] != k])
        inside = [i for i, bag in enumerate(some) if fold[bag.question] == k]
        found[inside] = chances([some[i] for i in inside], weights)
    return found


def page() -> list[str]:
    """Lines of ``docs/feedback.md``: how well points are found on questions that the weights never saw."""
    some = bags()
    found = left_out(some) >= points.MENTIONED
    lines = ["### Points, on questions left out", ""]
    lines += ["| text | said and found | found rightly | found where it is not said |", "|---|---|---|---|"]
    for name, said in SOURCES.items():
        true = np.array([bag.source == name and bag.true for bag in some])
        false = np.array([bag.source == name and not bag.true for bag in some])
        right, wrong = int((found & true).sum()), int((found & false).sum())
        cells = [_share(right, int(true.sum())), _share(right, right + wrong), _share(wrong, int(false.sum()))]
        lines.append(f"| {said} | {' | '.join(cells)} |")
    return [*lines, ""]


def _share(n: int, of: int) -> str:
    return f"{n / of:.2f} ({n}/{of})" if of else "-"


def main() -> None:
    """Fit, print precision and recall by source on questions left out, and write the weights."""
    rarity, spread = rarities(), spreads()
    write(np.zeros(len(fitting.NAMES)), rarity, spread)
    some = bags()
    found = left_out(some)
    true = np.array([bag.true for bag in some])
    source = np.array([bag.source for bag in some])
    for bar in BARS:
        print(f"from {bar}:")
        for name in TRUST:
            said, there = (source == name) & (found >= bar), (source == name) & true
            right = int((said & there).sum())
            print(f"  {name}: right {right} of {int(said.sum())}, found {right} of {int(there.sum())},"
                  f" false in {int(said.sum()) - right} of {int((source == name).sum() - there.sum())}")  # fmt: skip
    weights = fit(some)
    print(dict(zip(fitting.NAMES, np.round(weights, 2), strict=True)))
    write(weights, rarity, spread)


if __name__ == "__main__":
    sys.exit(main())
