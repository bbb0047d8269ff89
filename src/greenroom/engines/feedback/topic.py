"""Does the answer take up its question? Its words are held against the question's, and against all other questions'.

One question's words alone say little: short answers share few of them, and a field's words occur in every answer of
the field. So the share is compared with the shares that the same answer has with all questions of the table
(``weights/topics.npz``, made by ``training/feedback/topic_head.py``); a small model weighs the comparison, apart for
questions that ask for a story, which any story may fit, and for those about a field.

Even so it stays a question to the candidate unless everything speaks against the answer: see ``takes_up``.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from greenroom.core.finding import Finding, Tone
from greenroom.core.question import Question
from greenroom.core.rubric import Rubric, RubricKind
from greenroom.core.scorecard import SURE

from .bag import Floats
from .doing import When, Who
from .finding import counted, guard, note
from .points import synonyms
from .reading import Reading
from .sentences import Sentence
from .words import sections, stem, words

# Chances from which the answer is left unscored, and from which the candidate is asked. Chosen on questions that the
# model had not seen (docs/feedback.md): few genuine answers reach the first.
UNSCORED, ASKED = 0.90, 0.75
MILD = 0.85  # how sure a note about a story may be: below what takes praise
FIELD = (RubricKind.KNOWLEDGE, RubricKind.PLAN)  # there an answer names things of the field, or is none
STORY = (RubricKind.PAST_EVENT, RubricKind.EXPERIENCE, RubricKind.MOTIVATION)
FEWEST = 20  # stems; with fewer the words say too little to leave an answer unscored
TELLING = 3.0  # weight above which a word is not more telling
ELSEWHERE = 0.35  # share of an answer's words in any question; small talk has less
EVEN = 1e-9  # shares nearer than that are the same
FULL_PAGE = 150  # stems; a thinner page than any of the table's shares few words with any answer, and shows nothing
COMMON = 0.6  # of the questions; words of more of them say nothing
NAMES = ("share", "above", "nearest", "telling", "past", "length", "known", "both", "rank", "constant")


@dataclass(frozen=True, slots=True)
class Table:
    """The words of many questions, and the weights of the model."""

    rows: dict[str, int]  # stem -> row of ``held``
    held: Floats  # stems x questions: 1 where the question's page holds the stem
    slugs: tuple[str, ...]
    weight: Floats  # by stem: how few questions hold it
    field: Floats  # weights of the model in the order of ``NAMES``
    story: Floats

    def rarest(self) -> float:
        """The weight of a stem that no question of the table holds."""
        return math.log((len(self.slugs) + 1) / 0.5)


@dataclass(frozen=True, slots=True)
class Topic:
    """How an answer lies to its question: ``chance`` that it answers another; shares of words, 0..1."""

    chance: float
    share: float  # of the words that any question knows, by weight, those of this question
    known: float  # of all words, by weight, those that any question knows


def weighted(slugs: Iterable[str], held: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Turn a table of truth values to numbers, with the weight of each row."""
    count = held.sum(axis=1)
    total = len(tuple(slugs))
    weight = np.log((total + 1) / (count + 0.5)) * (count <= COMMON * total)
    return held.astype(np.float64), weight


@cache
def table() -> Table:
    """Load the table of the package."""
    with as_file(files(__package__).joinpath("weights/topics.npz")) as path:
        return load(path)


def load(path: Path) -> Table:
    """Read a table from a file."""
    with np.load(path) as kept:
        stems, slugs = (str(kept[name]).split("\n") for name in ("stems", "slugs"))
        bits = np.unpackbits(kept["held"], axis=1, count=len(slugs)).astype(np.bool_)
        held, weight = weighted(slugs, bits)
        rows = {root: i for i, root in enumerate(stems)}
        return Table(
            rows, held, tuple(slugs), weight, kept["field"].astype(np.float64), kept["story"].astype(np.float64)
        )


def page(question: Question, rubric: Rubric) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the question itself, and of the whole page about it: framing, anchors, points."""
    asked = (question.title, question.prompt)
    beside = [question.framing, question.why, *(c.name for c in rubric.criteria), *rubric.topic_terms]
    beside += [a.text for c in rubric.criteria for a in (c.anchors.one, c.anchors.three, c.anchors.five)]
    beside += [text for p in rubric.points for text in (p.text, p.follow_up, *p.said)]
    return _page(asked, tuple(beside))


@lru_cache(maxsize=256)
def _page(asked: tuple[str, ...], beside: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    core, more = (
        roots(w.text for text in texts for w in words(text.lower().replace("’", "'"))) for texts in (asked, beside)
    )
    return core, core | more


def roots(texts: Iterable[str]) -> frozenset[str]:
    """Stems of the words that carry meaning, one for each group of synonyms."""
    return frozenset(root for text in texts if (root := _root(text)))


@lru_cache(maxsize=20000)
def _root(text: str) -> str:
    if len(text) < 3 or not text[0].isalpha() or text in _function():
        return ""
    root = stem(text)
    return synonyms().get(root, root)


@cache
def _function() -> frozenset[str]:
    return frozenset(sections()["function"])


def topic(reading: Reading, of: Table | None = None) -> Topic:
    """Compare the words of an answer with those of its question and of all others."""
    of = of or table()
    row, share, known = features(reading, of)
    weights = of.story if reading.rubric.kind in STORY else of.field
    return Topic(1 / (1 + math.exp(-float(row @ weights))), share, known)


def _said(reading: Reading) -> list[str]:
    """The stems of an answer in order, so that sums over them are the same every time."""
    return sorted(roots(w.text for s in reading.heard for w in s.words))


def features(reading: Reading, of: Table) -> tuple[Floats, float, float]:
    """The features of one answer in the order of ``NAMES``, its share, and what any question knows of it."""
    said = _said(reading)
    core, whole = page(reading.question, reading.rubric)
    rows = [of.rows[root] for root in said if root in of.rows]
    new = sum(root in whole and root not in of.rows for root in said)  # words of a page that the table lacks
    total = float(of.weight[rows].sum()) + new * of.rarest() or 1.0
    shares = (of.weight[rows] @ of.held[rows]) / total
    own = sum(_weight(root, of) for root in said if root in whole) / total
    others = shares[[slug != reading.question.slug for slug in of.slugs]]
    telling = sum(_weight(root, of) > 1 for root in said if root in core)
    known = (float(np.minimum(of.weight[rows], TELLING).sum()) + TELLING * new) / (TELLING * max(1, len(said)))
    past = sum(_acted(s) for s in reading.heard) / max(1, len(reading.heard))
    nearest, rank = others.max() - own, float((others > own + EVEN).mean())
    above, length = (own - others.mean()) / (others.std() + 1e-6), math.log(max(1, reading.words))
    row = np.array([own, above, nearest, min(telling, 4), past, length, known, own * known, rank, 1.0])
    return row, own, known


def _weight(root: str, of: Table) -> float:
    return float(of.weight[of.rows[root]]) if root in of.rows else of.rarest()


def _acted(sentence: Sentence) -> bool:
    return any(a.when is When.PAST and a.who is not Who.NOBODY for a in sentence.acts)


def takes_up(
    reading: Reading, evidence: Sequence[Finding], mentioned: int, found: Topic | None = None
) -> Finding | None:
    """None when the answer may well take up its question; else a guard, or a note that asks.

    A guard needs that no point of the rubric is mentioned and that nothing else speaks for the answer. A note as sure
    as a guard (``UNSCORED``) takes the praise from what was seen and opens the low end of the bands; where a story is
    asked for nearly every story fits, so there only such a note asks, and it takes nothing. ``found`` is what the words
    say, where it is known already.
    """
    if mentioned or len(page(reading.question, reading.rubric)[1]) < FULL_PAGE:
        return None
    found = found or topic(reading)
    enough = len(_said(reading)) >= FEWEST
    if enough and not evidence and reading.rubric.kind not in STORY and found.known < ELSEWHERE:
        known = counted("words that any question knows", round(found.known, 2), "share", ELSEWHERE)
        return guard("mostly_off_topic_text", known)
    share = counted("words of this question", round(found.share, 2), "share")
    if enough and found.chance >= UNSCORED and _alone(reading, evidence):
        return guard("another_question", share)
    story = reading.rubric.kind in STORY
    if found.chance >= (UNSCORED if story else ASKED):
        return note("may_not_answer", share, min(MILD if story else 0.95, found.chance), asks=True)
    return None


def _alone(reading: Reading, evidence: Sequence[Finding]) -> bool:
    """True when the words decide alone.

    Where a field is asked for, they do. An approach may be told by anything that was done, and any story may answer a
    question for a story, so there no evidence may be sure, and for a story nothing may have been done. Reasons for
    wanting a job may be worded in any way.
    """
    kind = reading.rubric.kind
    if kind in FIELD or kind is RubricKind.MOTIVATION:
        return kind in FIELD
    if any(f.tone is Tone.STRENGTH or f.confidence >= SURE for f in evidence):
        return False
    return kind is RubricKind.APPROACH or not any(_acted(s) for s in reading.heard)
