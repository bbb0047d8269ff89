"""Parts of a story: which part each sentence plays (for colour), and which parts are there at all (for gaps).

Small linear models, trained by ``training/feedback/train.py``. The first sees places and colours sentences. The
second sees no order, was trained with parts deleted, and decides what is missing: a model that knows that results
come last finds one in whatever comes last. Three more judge whether a sentence tells an effect, sizes it, and says
what it is compared with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from greenroom.core.rubric import Part, RubricKind

from .features import RULES, join_columns, local_columns, own_columns, place_columns, rule_scores, size_columns, tokens
from .reading import Effect, Label
from .sentences import Sentence

Floats = NDArray[np.float64]
PARTS = tuple(Part(name) for name in RULES)
STORY_PARTS = PARTS[:5]
RULE_SHARE = 0.2
ARRAYS = ("idf", "colour", "sober", "moves", "presence", "effects")


@dataclass(frozen=True)
class Weights:
    """The models. Rows of ``colour``, ``sober`` and ``effects``: vocabulary, then columns of features, a constant."""

    vocabulary: dict[str, int]
    idf: Floats
    colour: Floats
    sober: Floats
    moves: Floats  # log of the chance of a part after a part; the last row is the start
    presence: Floats  # per story part: weights of the answer's features, then the constant
    effects: Floats  # columns: told, sized, compared


@dataclass(frozen=True)
class Labelling:
    """What the models say of one answer."""

    labels: tuple[Label, ...] = ()
    presence: dict[Part, float] = field(default_factory=lambda: dict.fromkeys(STORY_PARTS, 0.0))
    effects: tuple[Effect, ...] = ()

    def over(self, sentences: Sequence[Sentence], heard: Sequence[Sentence]) -> "Labelling":
        """The same for all ``sentences`` when only those ``heard`` were judged; the rest is other, and no effect."""
        labels = dict(zip((s.index for s in heard), self.labels, strict=True))
        effects = dict(zip((s.index for s in heard), self.effects, strict=True))
        return Labelling(
            tuple(labels.get(s.index, Label(Part.OTHER, 0.9)) for s in sentences),
            self.presence,
            tuple(effects.get(s.index, Effect()) for s in sentences),
        )


@cache
def weights() -> Weights:
    """Load the weights once: those of the package, or those named by ``use``."""
    if _OTHER:
        return load(_OTHER[-1])
    with as_file(files(__package__).joinpath("weights/parts.npz")) as path:
        return load(path)


_OTHER: list[Path] = []


def use(path: Path | None) -> None:
    """Read other weights from now on, to measure them on text that they never saw; ``None``: the package's."""
    _OTHER[:] = [] if path is None else [path]
    weights.cache_clear()


def load(path: Path) -> Weights:
    """Read weights from a file."""
    with np.load(path) as kept:
        vocabulary = bytes(kept["vocabulary"]).decode("utf-8").split("\n")
        arrays = {name: kept[name].astype(np.float64) for name in ARRAYS}
    return Weights(vocabulary={term: i for i, term in enumerate(vocabulary)}, **arrays)


@dataclass(frozen=True)
class Seen:
    """An answer as the models see it: words by sentence, and the columns of features."""

    rows: list[tuple[list[int], Floats]]
    sober: Floats
    place: Floats
    size: Floats
    rules: Floats


Own = tuple[tuple[dict[str, float], list[float]], tuple[list[int], Floats]]
Memo = dict[int, Own]  # what was seen of a sentence by its index, for a second look at some of the same answer


def see(sentences: Sequence[Sentence], low: str, kind: str, model: Weights, memo: Memo | None = None) -> Seen:
    """Take the features of all sentences; those in ``memo`` are not taken again."""
    memo = {} if memo is None else memo
    for s in sentences:
        if s.index not in memo:
            memo[s.index] = (own_columns(s, low), tfidf(tokens(s), model))
    sober, found = join_columns([memo[s.index][0] for s in sentences], kind)
    return Seen(
        rows=[memo[s.index][1] for s in sentences],
        sober=sober,
        place=place_columns(found),
        size=size_columns(sentences, low, sober),
        rules=softmax(np.array([rule_scores(f) for f in found])),
    )


def label(sentences: Sequence[Sentence], low: str) -> tuple[tuple[Label, ...], dict[Part, float]]:
    """Label every sentence of a story, and give the probability that each story part is present in it."""
    found = judge(sentences, low)
    return found.labels, found.presence


def judge(
    sentences: Sequence[Sentence], low: str, kind: str = RubricKind.PAST_EVENT.value, memo: Memo | None = None
) -> Labelling:
    """Label every sentence, judge its effects, and give the probability that each story part is in the answer."""
    if not sentences:
        return Labelling()
    model = weights()
    seen = see(sentences, low, kind, model, memo)
    colour = mixed(logits(seen.rows, (seen.sober, seen.place), model.colour), seen.rules)
    path = decode(np.log(colour + 1e-9), model.moves)
    labels = tuple(Label(PARTS[k], round(float(colour[i, k]), 3)) for i, k in enumerate(path))
    sober = mixed(logits(seen.rows, (seen.sober,), model.sober), seen.rules)
    effects = effect_shares(seen, model.effects)
    chances = presence(sober, seen, effects, model.presence)
    return Labelling(
        labels,
        {part: round(float(p), 4) for part, p in zip(STORY_PARTS, chances, strict=True)},
        tuple(Effect(*(round(float(p), 4) for p in row)) for row in effects),
    )


def effect_shares(seen: Seen, matrix: Floats) -> Floats:
    """Chances by sentence that it tells an effect, sizes it, compares it; the last two need a number."""
    scores = logits(seen.rows, (local_columns(seen.sober, seen.place), seen.size), matrix)
    shares: Floats = 1 / (1 + np.exp(-scores))
    shares[:, 1:] *= seen.size[:, :1] > 0
    return shares


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


def logits(rows: Sequence[tuple[list[int], Floats]], columns: Sequence[Floats], matrix: Floats) -> Floats:
    """Linear scores: words, then columns of features, then a constant."""
    dense = np.hstack([*columns, np.ones((len(rows), 1))])
    split = matrix.shape[0] - dense.shape[1]
    words = np.array([values @ matrix[kept] if kept else np.zeros(matrix.shape[1]) for kept, values in rows])
    scores: Floats = words + dense @ matrix[split:]
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


def answer_features(sober: Floats, seen: Seen, effects: Floats, k: int) -> Floats:
    """What decides on one part of a whole answer: its best and second sentence, sum, rules, share, effects told."""
    column = np.sort(sober[:, k])[::-1]
    second = column[1] if len(column) > 1 else 0.0
    told = np.sort(effects[:, 0])[::-1]
    share = float((sober.argmax(axis=1) == k).mean())
    near = np.clip([column[0], second, told[0], effects[:, 1].max()], 0.01, 0.99)
    size = np.log(len(column))
    odds = np.log(near / (1 - near))
    some = [min(float(column.sum()), 3.0), float(seen.rules[:, k].max()), share, min(float(told.sum()), 3.0), size]
    return np.concatenate([odds, some, seen.sober[0, -len(RubricKind) :]])


def presence(sober: Floats, seen: Seen, effects: Floats, matrix: Floats) -> list[float]:
    """Chance of each story part, from a logistic model on the answer's features."""
    chances = []
    for k in range(len(STORY_PARTS)):
        score = float(answer_features(sober, seen, effects, k) @ matrix[k, :-1] + matrix[k, -1])
        chances.append(1 / (1 + float(np.exp(-score))))
    return chances
