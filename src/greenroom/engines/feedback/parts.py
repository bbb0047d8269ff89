"""Parts of a story: which part each sentence plays (for colour), and which parts are there at all (for gaps).

Two small linear models, trained by ``training/feedback/train.py``. The first sees places and neighbours and colours
sentences. The second sees no order, was trained with parts deleted, and decides what is missing: a model that knows
that results come last finds one in whatever comes last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from greenroom.core.rubric import Part

from .features import CUES, PLACES, RULES, cues, places, rule_scores, terms
from .reading import Label
from .sentences import Sentence

Floats = NDArray[np.float64]
PARTS = tuple(Part(name) for name in RULES)
STORY_PARTS = PARTS[:5]
RULE_SHARE = 0.35


@dataclass(frozen=True)
class Weights:
    """Both models. Rows of ``colour`` and ``sober``: vocabulary, then cues (and places for colour), then the"
    " constant."""

    vocabulary: dict[str, int]
    idf: Floats
    colour: Floats
    sober: Floats
    moves: Floats  # log of the chance of a part after a part; the last row is the start
    presence: Floats  # per story part: weights of the five answer features, then the constant


@cache
def weights() -> Weights:
    """Load the weights once."""
    with as_file(files(__package__).joinpath("weights/parts.npz")) as path, np.load(path) as kept:
        vocabulary = bytes(kept["vocabulary"]).decode("utf-8").split("\n")
        arrays = {name: kept[name].astype(np.float64) for name in ("idf", "colour", "sober", "moves", "presence")}
    return Weights(vocabulary={term: i for i, term in enumerate(vocabulary)}, **arrays)


def label(sentences: Sequence[Sentence], low: str) -> tuple[tuple[Label, ...], dict[Part, float]]:
    """Label every sentence and give the probability that each story part is present in the answer."""
    if not sentences:
        return (), dict.fromkeys(STORY_PARTS, 0.0)
    model = weights()
    found = [cues(s, low) for s in sentences]
    rows = [tfidf(terms(s), model) for s in sentences]
    rules = softmax(np.array([rule_scores(f) for f in found]))
    colour = mixed(logits(rows, dense(found, places(found)), model.colour), rules)
    sober = mixed(logits(rows, dense(found, None), model.sober), rules)
    path = decode(np.log(colour + 1e-9), model.moves)
    labels = tuple(Label(PARTS[k], round(float(colour[i, k]), 3)) for i, k in enumerate(path))
    chances = presence(sober, rules, model.presence)
    return labels, {part: round(float(p), 4) for part, p in zip(STORY_PARTS, chances, strict=True)}


def tfidf(found: list[str], model: Weights) -> tuple[list[int], Floats]:
    """Columns and values of one sentence: (1 + log tf) x idf, of length 1."""
    counts: dict[int, int] = {}
    for term in found:
        column = model.vocabulary.get(term)
        if column is not None:
            counts[column] = counts.get(column, 0) + 1
    columns = sorted(counts)
    values = (1 + np.log(np.array([counts[c] for c in columns], dtype=np.float64))) * model.idf[columns]
    norm = float(np.sqrt(values @ values))
    return columns, values / norm if norm else values


def dense(found: Sequence[dict[str, float]], place: Sequence[dict[str, float]] | None) -> Floats:
    """Cue columns, place columns when given, and a last column of ones."""
    names = CUES if place is None else CUES + PLACES
    out = np.ones((len(found), len(names) + 1))
    for i, cue in enumerate(found):
        both = cue if place is None else {**cue, **place[i]}
        out[i, :-1] = [both.get(name, 0.0) for name in names]
    return out


def logits(rows: Sequence[tuple[list[int], Floats]], dense_part: Floats, matrix: Floats) -> Floats:
    """Linear scores of the six parts."""
    split = matrix.shape[0] - dense_part.shape[1]
    words = np.array([values @ matrix[columns] if columns else np.zeros(matrix.shape[1]) for columns, values in rows])
    scores: Floats = words + dense_part @ matrix[split:]
    return scores


def softmax(scores: Floats) -> Floats:
    """Shares by row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares


def mixed(scores: Floats, rules: Floats) -> Floats:
    """Mix the model with the cue rules: rules carry over to other people's text, weights less so."""
    return (1 - RULE_SHARE) * softmax(scores) + RULE_SHARE * rules


def decode(log_shares: Floats, moves: Floats) -> list[int]:
    """Find the best sequence of parts (Viterbi)."""
    best = log_shares[0] + moves[-1]
    back: list[NDArray[np.intp]] = []
    for row in log_shares[1:]:
        step = best[:, None] + moves[:-1]
        back.append(step.argmax(axis=0))
        best = step.max(axis=0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def answer_features(sober: Floats, rules: Floats, k: int) -> Floats:
    """What decides on one part of a whole answer: best and second sentence, sum, best by rule, share of sentences."""
    column = np.sort(sober[:, k])[::-1]
    second = column[1] if len(column) > 1 else 0.0
    share = float((sober.argmax(axis=1) == k).mean())
    best, next_best = (float(np.log(c / (1 - c))) for c in np.clip([column[0], second], 0.01, 0.99))
    return np.array([best, next_best, min(float(column.sum()), 3.0), float(rules[:, k].max()), share])


def presence(sober: Floats, rules: Floats, matrix: Floats) -> list[float]:
    """Chance of each story part, from a logistic model on the answer's features."""
    chances = []
    for k in range(len(STORY_PARTS)):
        score = float(answer_features(sober, rules, k) @ matrix[k, :-1] + matrix[k, -1])
        chances.append(1 / (1 + float(np.exp(-score))))
    return chances
