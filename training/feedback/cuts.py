"""Fit the model that cuts speech without full stops: ``weights/cuts.npz``. For ``train.py`` and ``evaluate.py``."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from data import Labelled
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from greenroom.engines.feedback.cutting import CONSTANT, features, plainly
from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.words import words

WRITTEN = 0.5  # weight of a place in a written answer, whose commas are taken away as well
LEAST, SMALL = 2, 0.05  # places that a feature occurs at; weights below this are dropped
C = 1.0


def fit_cuts(answers: Sequence[Labelled]) -> dict[str, float]:
    """Fit on answers; return the weight of each feature, the constant under ""."""
    seen: list[list[str]] = []
    truth: list[bool] = []
    trust: list[float] = []
    for answer in answers:
        spoken = answer.mode == "spoken"
        for found, starts in _places(answer, spoken):
            seen.append(found)
            truth.append(starts)
            trust.append(1.0 if spoken else WRITTEN)
    counts = Counter(name for found in seen for name in found)
    vector = DictVectorizer()
    table = vector.fit_transform([{name: 1.0 for name in found if counts[name] >= LEAST} for found in seen])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)  # as liblinear asks
    model = LogisticRegression(C=C, max_iter=400, solver="liblinear").fit(table, truth, sample_weight=trust)
    made = dict(zip(vector.get_feature_names_out(), model.coef_[0], strict=True))
    return {CONSTANT: float(model.intercept_[0]), **{name: float(w) for name, w in made.items() if abs(w) >= SMALL}}


def _places(answer: Labelled, spoken: bool) -> list[tuple[list[str], bool]]:
    """Every place between two words with its features, and whether the reader's next sentence begins there."""
    said: list[str] = []
    commas: list[bool] = []
    starts: set[int] = set()
    for text in answer.texts:
        low = plain(text).low
        some, marked = plainly(words(low), low)
        starts.add(len(said))
        said += some
        commas += marked if some else []
    commas = commas if spoken else [False] * len(commas)
    return [(features(said, commas, i), i in starts) for i in range(1, len(said))]


def save_cuts(weights: dict[str, float], path: Path) -> None:
    """Write the weights in the form in which the engine reads them."""
    names = np.frombuffer("\n".join(weights).encode(), dtype=np.uint8)
    np.savez_compressed(path, names=names, weights=np.array(list(weights.values()), dtype=np.float32))
