"""Parts of a story: which part each sentence plays (for colour), and which parts are there at all (for gaps).

Small linear models, trained by ``training/feedback/train.py``. The first sees places and colours sentences. The
second sees no order, was trained with parts deleted, and decides what is missing: a model that knows that results
come last finds one in whatever comes last. Three more judge whether a sentence tells an effect, sizes it, and says
what it is compared with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from greenroom.core.rubric import Part, RubricKind

from .bag import Bag, Floats, bag
from .features import RULES, local_columns, own_columns, place_columns, rule_scores, size_columns, sober_columns, tokens
from .reading import Effect, Label
from .sentences import Sentence

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

    @cached_property
    def words(self) -> Floats:
        """The rows of the vocabulary in ``colour``, ``sober`` and ``effects``, side by side."""
        size = len(self.vocabulary)
        return np.ascontiguousarray(np.hstack([self.colour[:size], self.sober[:size], self.effects[:size]]))


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

    words: Bag
    each: Floats
    acting: tuple[bool, ...]  # the speaker does something
    sober: Floats
    place: Floats
    size: Floats
    rules: Floats

    def only(self, kept: Sequence[int], kind: str) -> "Seen":
        """The same of an answer that holds no more than some of the sentences; ``words`` stays as it was."""
        each, acting = self.each[kept], tuple(self.acting[i] for i in kept)
        return Seen(self.words, each, acting, sober_columns(each, kind), place_columns(acting),
                    self.size[kept], self.rules[kept])  # fmt: skip


def see(sentences: Sequence[Sentence], low: str, kind: str, model: Weights) -> Seen:
    """Take the features of all sentences."""
    each, found = own_columns(sentences, low)
    acting = tuple("i_past" in cues for cues in found)
    return Seen(
        words=bag([tokens(s) for s in sentences], model.vocabulary, model.idf),
        each=each,
        acting=acting,
        sober=sober_columns(each, kind),
        place=place_columns(acting),
        size=size_columns(sentences, low, each),
        rules=softmax(rule_scores(each)),
    )


def label(sentences: Sequence[Sentence], low: str) -> tuple[tuple[Label, ...], dict[Part, float]]:
    """Label every sentence of a story, and give the probability that each story part is present in it."""
    found = judge(sentences, low)
    return found.labels, found.presence


def judge(
    sentences: Sequence[Sentence],
    low: str,
    kind: str = RubricKind.PAST_EVENT.value,
    telling: Sequence[int] | None = None,
) -> Labelling:
    """Label every sentence, judge its effects, and give the probability that each story part is in the answer.

    ``telling`` holds the places of the sentences that may prove a part; without it, all may.
    """
    if not sentences:
        return Labelling()
    model = weights()
    seen = see(sentences, low, kind, model)
    ends = np.cumsum([model.colour.shape[1], model.sober.shape[1]])
    coloured, sober, effects = np.split(seen.words.scores(model.words), ends, axis=1)
    colour = mixed(coloured + columns_score((seen.sober, seen.place), model.colour), seen.rules)
    path = decode(np.log(colour + 1e-9), model.moves)
    told = effect_shares(seen, model.effects, effects)
    found = Labelling(
        tuple(Label(PARTS[k], round(float(colour[i, k]), 3)) for i, k in enumerate(path)),
        effects=tuple(Effect(*(round(p, 4) for p in row)) for row in told.tolist()),
    )
    if telling is not None and len(telling) < len(sentences):
        if not telling:
            return found
        seen, sober, effects = seen.only(telling, kind), sober[telling], effects[telling]
        told = effect_shares(seen, model.effects, effects)
    shares = mixed(sober + columns_score((seen.sober,), model.sober), seen.rules)
    chances = presence(shares, seen, told, model.presence)
    return replace(found, presence={part: round(p, 4) for part, p in zip(STORY_PARTS, chances, strict=True)})


def effect_shares(seen: Seen, matrix: Floats, words: Floats | None = None) -> Floats:
    """Chances by sentence that it tells an effect, sizes it, compares it; the last two need a number.

    ``words`` are the scores of the words alone, where they are known already.
    """
    words = seen.words.scores(matrix) if words is None else words
    scores = words + columns_score((local_columns(seen.sober, seen.place), seen.size), matrix)
    shares: Floats = 1 / (1 + np.exp(-scores))
    shares[:, 1:] *= seen.size[:, :1] > 0
    return shares


def logits(words: Bag, columns: Sequence[Floats], matrix: Floats) -> Floats:
    """Linear scores: words, then columns of features, then a constant."""
    return words.scores(matrix) + columns_score(columns, matrix)


def columns_score(columns: Sequence[Floats], matrix: Floats) -> Floats:
    """The share of ``logits`` that is not of words: the last rows of ``matrix``, and the constant."""
    dense = np.hstack(columns) if len(columns) > 1 else columns[0]
    scores: Floats = dense @ matrix[-1 - dense.shape[1] : -1] + matrix[-1]
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


def answer_features(sober: Floats, seen: Seen, effects: Floats) -> Floats:
    """What decides on each part of a whole answer: its best and second sentence, sum, rules, share, effects told.

    Shape: parts of a story x features.
    """
    n, parts = len(sober), len(STORY_PARTS)
    ordered = np.sort(sober[:, :parts], axis=0)[::-1]
    told = effects[:, 0]
    near = np.empty((parts, 4))
    near[:, 0] = ordered[0]
    near[:, 1] = ordered[1] if n > 1 else 0.0
    near[:, 2] = told.max()
    near[:, 3] = effects[:, 1].max()
    np.clip(near, 0.01, 0.99, out=near)
    some = np.empty((parts, 5))
    some[:, 0] = np.minimum(ordered.sum(axis=0), 3.0)
    some[:, 1] = seen.rules[:, :parts].max(axis=0)
    some[:, 2] = np.bincount(sober.argmax(axis=1), minlength=len(PARTS))[:parts] / n
    some[:, 3] = min(float(told.sum()), 3.0)
    some[:, 4] = np.log(n)
    asked = np.broadcast_to(seen.sober[0, -len(RubricKind) :], (parts, len(RubricKind)))
    return np.hstack([np.log(near / (1 - near)), some, asked])


def presence(sober: Floats, seen: Seen, effects: Floats, matrix: Floats) -> list[float]:
    """Chance of each story part, from a logistic model on the answer's features."""
    scores = (answer_features(sober, seen, effects) * matrix[:, :-1]).sum(axis=1) + matrix[:, -1]
    chances: list[float] = (1 / (1 + np.exp(-scores))).tolist()
    return chances
