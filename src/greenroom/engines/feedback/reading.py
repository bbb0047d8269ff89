"""A reading: the answer as the detectors see it, and the one place where findings on words are made."""

import itertools
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from greenroom.core.evidence import Quote
from greenroom.core.question import Question
from greenroom.core.rubric import Part, Rubric, RubricKind

from .normalise import Plain
from .sentences import Sentence
from .words import Word

STORY = frozenset({RubricKind.PAST_EVENT, RubricKind.EXPERIENCE})


class Why(StrEnum):
    """Why a sentence earns nothing."""

    ORDER = "order"  # it speaks to the program
    PASTED = "pasted"  # it is the question or stands beside it on the page
    REPEATED = "repeated"
    CODE = "code"
    COPIED = "copied"  # most of it stands in a sample of the library


@dataclass(frozen=True, slots=True)
class Label:
    """The part that a sentence plays, with the probability of it."""

    part: Part
    confidence: float


@dataclass(frozen=True, slots=True)
class Effect:
    """Chances that a sentence tells an effect, gives its size, and says what it is compared with."""

    told: float = 0.0
    sized: float = 0.0
    compared: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer to one question. ``muted`` holds the sentences that earn nothing, by index, with the reason."""

    question: Question
    rubric: Rubric
    text: Plain
    sentences: tuple[Sentence, ...]
    words: int
    muted: Mapping[int, Why] = field(default_factory=dict)
    labels: tuple[Label, ...] = ()
    presence: dict[Part, float] = field(default_factory=dict)
    effects: tuple[Effect, ...] = ()
    heard: tuple[Sentence, ...] = field(init=False, default=())  # the sentences that count

    def __post_init__(self) -> None:
        """Choose the sentences that count, once: every detector goes through them."""
        object.__setattr__(self, "heard", tuple(s for s in self.sentences if s.index not in self.muted))

    def left_out(self, why: Why) -> list[Sentence]:
        """The sentences that were muted for one reason."""
        return [s for s in self.sentences if self.muted.get(s.index) is why]

    def label(self, sentence: Sentence) -> Part:
        """The part of a sentence; ``other`` before labelling."""
        return self.labels[sentence.index].part if self.labels else Part.OTHER

    def effect(self, sentence: Sentence) -> Effect:
        """The chances of an effect; none before labelling."""
        return self.effects[sentence.index] if self.effects else Effect()

    def quote(self, sentence: Sentence) -> Quote:
        """Quote a whole sentence."""
        return self.text.quote(sentence.start, sentence.end)

    def clause(self, sentence: Sentence, start: int, end: int) -> Quote:
        """Quote the clause around a span: short sentences whole, long ones between commas or turns."""
        if len(sentence.words) <= 24:
            return self.quote(sentence)
        left, right = _clause(self.text.low, sentence, start, end)
        return self.text.quote(left, right)


_TURNING = frozenset({"because", "so", "but", "which", "then"})
_JOINING = _TURNING | {"and"}


def _clause(low: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Widen a span to the clause, by commas and conjunctions, until it has at least six words."""
    marks = [sentence.start, *_breaks(low, sentence.words), sentence.end]
    left = max(i for i, m in enumerate(marks) if m <= start)
    right = min(i for i, m in enumerate(marks) if m >= end)
    starts = [w.start for w in sentence.words]
    while bisect_left(starts, marks[right]) - bisect_left(starts, marks[left]) < 6:
        if right < len(marks) - 1:
            right += 1
        elif left > 0:
            left -= 1
        else:
            break
    begin, stop = marks[left], marks[right]
    words = [w for w in sentence.words if begin <= w.start < stop]
    if len(words) > 4 and words[0].text in _JOINING:
        begin = words[1].start
    while stop > begin and low[stop - 1] in " ,;:-(\n":
        stop -= 1
    return begin, stop


def _breaks(low: str, words: tuple[Word, ...]) -> list[int]:
    """Places where a clause begins: after a comma or the like, or before a turn of speech."""
    found: list[int] = []
    for before, word in itertools.pairwise(words):
        gap = low[before.end : word.start]
        if word.text in _TURNING or (gap != " " and (" - " in gap or any(mark in gap for mark in ",;:()"))):
            found.append(word.start)
    return found
