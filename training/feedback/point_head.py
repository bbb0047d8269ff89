"""Fit the weights with which points are found: ``weights/points.npz``.

    python training/feedback/point_head.py

Pairs of a point and a sample: right where the sample's proof says that it covers the point; wrong for the weak samples
of the question, and for the points of other questions that come nearest. Measured on questions left out of the fit.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from kinds import library
from sklearn.linear_model import LogisticRegression

from greenroom.engines.feedback import fitting
from greenroom.engines.feedback.points import _canonical, fits
from greenroom.engines.feedback.review import read

WEIGHTS = Path(__file__).parents[2] / "src/greenroom/engines/feedback/weights/points.npz"
FOLDS, OTHERS = 5, 6  # folds by question; other questions whose points are tried on a sample
START = np.array([-9.0, 8, 4, 1, 1, 0.3, -1, -2, -1, -0.5, -4])  # ranks the candidates before anything is learnt


def pairs() -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Features, truth and question of every pair that has a candidate; and the number of covered points without one."""
    rows, truth, owner = [], [], []
    slugs = sorted(library().samples)
    for n, slug in enumerate(slugs):
        question = library().questions[slug]
        rubric = library().rubrics[question.rubric]
        for sample in library().samples[slug]:
            proof = question.proof.of(sample.name)
            if proof is None:
                continue
            heard = read(question, rubric, sample.text).heard
            covered = set(proof.covers)
            own = fits(heard, rubric.points)
            for place, point in enumerate(rubric.points):
                if point.id in covered or sample.name.startswith("weak"):
                    rows.append(own[place][0].row() if place in own else None)
                    truth.append(point.id in covered)
                    owner.append(slug)
            for other in (slugs[(n + 7 * k) % len(slugs)] for k in range(1, OTHERS + 1)):
                for fitted, _ in fits(heard, library().rubrics[library().questions[other].rubric].points).values():
                    rows.append(fitted.row())
                    truth.append(False)
                    owner.append(slug)
    return rows, np.array(truth), owner


def rarities() -> dict[str, float]:
    """Rarity of each stem over all samples, 0 for one in every sample and 1 for one in a single sample."""
    seen: Counter[str] = Counter()
    total = 0
    for slug, samples in library().samples.items():
        question = library().questions[slug]
        for sample in samples:
            words = read(question, library().rubrics[question.rubric], sample.text).sentences
            seen.update({_canonical(w.text) for s in words for w in s.words})
            total += 1
    return {root: round(float(np.log(total / n) / np.log(total)), 3) for root, n in sorted(seen.items()) if n > 1}


def write(weights: np.ndarray, rarity: dict[str, float]) -> None:
    """Write the file and let the engine of this process read it anew."""
    values = np.array(list(rarity.values()), dtype=np.float32)
    np.savez_compressed(WEIGHTS, weights=weights, stems="\n".join(rarity), rarity=values)
    fitting.weights.cache_clear()


def main() -> None:
    """Fit, print precision and recall by fold of questions, and write the weights."""
    rarity = rarities()
    write(START, rarity)
    rows, truth, owner = pairs()
    held = np.array([row is not None for row in rows])
    table = np.array([row or [0.0] * len(START) for row in rows])
    folds = np.array([sorted(set(owner)).index(slug) % FOLDS for slug in owner])
    chances = np.zeros(len(rows))
    for k in range(FOLDS):
        inside, outside = held & (folds != k), held & (folds == k)
        model = LogisticRegression(C=3.0, fit_intercept=False, max_iter=2000).fit(table[inside], truth[inside])
        chances[outside] = model.predict_proba(table[outside])[:, 1]
    for bar in (0.4, 0.5, 0.6, 0.7):
        said = chances >= bar
        right = int((said & truth).sum())
        print(f"from {bar}: right {right} of {int(said.sum())}, found {right} of {int(truth.sum())}")
    model = LogisticRegression(C=3.0, fit_intercept=False, max_iter=2000).fit(table[held], truth[held])
    print(dict(zip(fitting.NAMES, np.round(model.coef_[0], 2), strict=True)))
    write(model.coef_[0], rarity)


if __name__ == "__main__":
    sys.exit(main())
