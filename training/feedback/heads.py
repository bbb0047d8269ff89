"""Fit the weights of the evidence detectors and of the points: ``weights/kinds.npz`` and ``weights/points.npz``.

    python training/feedback/heads.py

Needs scikit-learn. Bounds come from chances for a writer who was left out of the fit, never from the fit itself.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from kinds import DEVELOPMENT, answers, labelled, library, reading_of
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from greenroom.core.rubric import EvidenceKind
from greenroom.engines.feedback.evidence import DETECTORS, EFFECTS
from greenroom.engines.feedback.evidence.ways import said
from greenroom.engines.feedback.evidence.weighing import base_features
from greenroom.engines.feedback.reading import Reading
from greenroom.engines.feedback.review import read
from greenroom.engines.feedback.sentences import Sentence

WEIGHTS = Path(__file__).parents[2] / "src/greenroom/engines/feedback/weights"
KINDS = [kind for kind in EvidenceKind if kind not in EFFECTS]
C = 0.25
SHY = 0.5  # value of a word where a way of saying it has 1: patterns carry over to other people better than words
LEAST = 3  # sentences that a word occurs in
NEVER = 0.99
AIMS = (0.80, 0.75, 0.70)  # precision from which a kind is stated: the first that finds anything worth the words
TRUST = 0.4  # weight of a sample's sentence: nobody labelled it, its proof only says what the whole sample holds
NOTED = (0.45, 0.33)  # precision from which a kind is noted: the second where the first finds too little
SELDOM = 0.25  # share found that is too little
WORTH = 0.05  # share found below which a bound is not worth having
FEWEST = 4  # sentences that a bound must rest on


@dataclass(frozen=True)
class Row:
    """One sentence: its reader, what it holds, what was said by kind, and the kinds that the reader gave it."""

    reader: str
    base: frozenset[str]
    ways: dict[str, tuple[str, ...]]
    true: frozenset[str]


def rows() -> list[Row]:
    """Every sentence of the voices that may be read."""
    found = []
    for reader, voices in DEVELOPMENT.items():
        for answer in answers({reader: voices}):
            reading = reading_of(answer)
            for sentence, base, ways in _seen(reading):
                quote = reading.text.quote(sentence.start, sentence.end)
                true = answer.kinds[answer.place(quote.start, quote.end)]
                found.append(Row(reader, base, ways, true))
    return found


def _seen(reading: Reading) -> Iterator[tuple[Sentence, frozenset[str], dict[str, tuple[str, ...]]]]:
    """Each sentence with what it holds, and what was said in it by kind."""
    rules = {kind: {seen.sentence.index for seen in DETECTORS[kind](reading)} for kind in KINDS}
    asked = {kind for criterion in reading.rubric.criteria for kind in criterion.evidence}
    held = base_features(reading)
    for sentence in reading.heard:
        ways = {}
        for kind in KINDS:
            names, _ = said(kind.value, reading.text.low, sentence)
            proposed = sentence.index in rules[kind]
            ways[kind.value] = (*names, *["rule"] * proposed, *["asked"] * (kind in asked))
        yield sentence, frozenset(held[sentence.index]), ways


def sample_rows() -> list[Row]:
    """Sentences of the library's samples, as far as their proofs say what they hold.

    A kind that a sample must get stands where a detector proposes it; one that it must never get stands nowhere.
    """
    found = []
    for slug, samples in library().samples.items():
        question = library().questions[slug]
        for sample in samples:
            proof = question.proof
            expected = {"strong": proof.strong, "weak": proof.weak, **proof.others}.get(sample.name)
            if expected is None:
                continue
            reading = labelled(read(question, library().rubrics[question.rubric], sample.text))
            for _, base, ways in _seen(reading):
                proposed = {kind for kind, names in ways.items() if "rule" in names or "two" in names}
                true = frozenset(proposed & set(expected.finds))
                known = true | frozenset(expected.never)
                found.append(Row("", base, {kind: ways[kind] for kind in ways if kind in known}, true))
    return found


def fit(some: Sequence[Row], kind: str) -> tuple[dict[str, float], dict[str, float], float]:
    """Fit one kind; return the weights of words and tags, those of ways, and the constant."""
    some = [row for row in some if kind in row.ways]
    counts = Counter(name for row in some for name in row.base)
    vector = DictVectorizer()
    table = vector.fit_transform([_named(row, kind, counts) for row in some])
    trust = [1.0 if row.reader else TRUST for row in some]
    model = LogisticRegression(C=C, max_iter=500).fit(table, [kind in row.true for row in some], trust)
    weights = dict(zip(vector.get_feature_names_out(), model.coef_[0], strict=True))
    base = {name: SHY * w for name, w in weights.items() if not name.startswith("way ")}
    return base, {n.removeprefix("way "): w for n, w in weights.items() if n.startswith("way ")}, model.intercept_[0]


def _named(row: Row, kind: str, counts: Counter[str]) -> dict[str, float]:
    base = {name: SHY for name in row.base if counts[name] >= LEAST}
    return base | {f"way {name}": 1.0 for name in row.ways[kind]}


def chance(row: Row, kind: str, fitted: tuple[dict[str, float], dict[str, float], float]) -> float:
    """The chance that a sentence is evidence of a kind; 0 where a rule of the engine keeps the model silent."""
    base, ways, constant = fitted
    score = constant + sum(base.get(n, 0.0) for n in sorted(row.base)) + sum(ways.get(n, 0.0) for n in row.ways[kind])
    return float(1 / (1 + np.exp(-score)))


def bound(chances: np.ndarray, true: np.ndarray, aim: float) -> float:
    """The lowest chance from which on at least ``aim`` of the sentences are right; 0.99 when too few are found."""
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum(true[order]) / np.arange(1, len(order) + 1)
    good = [i for i in np.flatnonzero(right >= aim) if i + 1 >= FEWEST]
    worth = good and true[order[: good[-1] + 1]].sum() >= WORTH * true.sum()
    return float(chances[order[good[-1]]]) if worth else NEVER


def main() -> None:
    """Fit, choose bounds on the writer left out, print what they give, and write the weights."""
    some, samples = rows(), sample_rows()
    readers = sorted({row.reader for row in some})
    fitted, stated, noted = {}, {}, {}
    for kind in (k.value for k in KINDS):
        chances = np.zeros(len(some))
        for reader in readers:
            part = fit([*samples, *(row for row in some if row.reader != reader)], kind)
            for i, row in enumerate(some):
                if row.reader == reader:
                    chances[i] = chance(row, kind, part)
        true = np.array([kind in row.true for row in some])
        fitted[kind] = fit([*samples, *some], kind)
        stated[kind] = next((b for aim in AIMS if (b := bound(chances, true, aim)) < NEVER), NEVER)
        bars = [bound(chances, true, aim) for aim in NOTED]
        seldom = (true & (chances >= bars[0])).sum() < SELDOM * true.sum()
        noted[kind] = min(bars[1] if seldom else bars[0], stated[kind])
        said_so, noticed = chances >= stated[kind], chances >= noted[kind]
        print(f"{kind:22s} stated from {stated[kind]:.2f}: {_share(true, said_so)}; noted: {_share(true, noticed)}")
    write(fitted, stated, noted)


def _share(true: np.ndarray, found: np.ndarray) -> str:
    right = int((true & found).sum())
    return f"right {right} of {int(found.sum())}, found {right} of {int(true.sum())}"


def write(
    fitted: dict[str, tuple[dict[str, float], dict[str, float], float]],
    stated: dict[str, float],
    noted: dict[str, float],
) -> None:
    """Write ``kinds.npz``: small weights are dropped, the rest kept as 32-bit numbers."""
    kinds = list(fitted)
    names = sorted({n for base, _, _ in fitted.values() for n, w in base.items() if abs(w) > 0.01})
    base = np.array([[fitted[k][0].get(n, 0.0) for k in kinds] for n in names], dtype=np.float32)
    ways = [(f"{k}\t{n}", w) for k in kinds for n, w in sorted(fitted[k][1].items())]
    np.savez_compressed(
        WEIGHTS / "kinds.npz",
        kinds="\n".join(kinds),
        vocabulary="\n".join(names),
        base=base,
        constant=np.array([fitted[k][2] for k in kinds]),
        ways="\n".join(n for n, _ in ways),
        way_weights=np.array([w for _, w in ways]),
        stated=np.array([stated[k] for k in kinds]),
        noted=np.array([noted[k] for k in kinds]),
    )


if __name__ == "__main__":
    sys.exit(main())
