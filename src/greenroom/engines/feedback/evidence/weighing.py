"""Weighs each sentence for each kind of evidence: a linear model over words, tags and ways of saying it.

The hand-written detectors propose, the model decides how sure it is. Its weights come from answers in other voices
(``training/feedback/heads.py``); two bounds for each kind say from where on it is stated and from where on noted.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import pairwise

import numpy as np

from greenroom.core.rubric import EvidenceKind, Part, RubricKind

from ..bag import Floats, flags
from ..doing import When
from ..reading import Reading
from ..sentences import Sentence
from ..words import stem
from .question_back import BY_FORM
from .seen import Detector, Seen, is_list
from .ways import said

PROPOSED = 0.5  # share of the lower bound at which what a detector proposes is still noted
FAINT = 0.05  # chance below which nothing is noted, unless a whole kind is as rare as that
SETTLED = 0.7  # from there on a sentence is background, and what was lost or slow in it was no price of a choice
# A guess that turned out wrong names no cause.
GUESSED = re.compile(
    r"\b(?:wrong turn|(?:my )?first (?:guess|thought|suspicion)|i (?:first )?(?:thought|suspected|guessed) it was)\b"
)
LEAST = 4  # words; shorter sentences are never evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """``base`` holds a row for each feature and a column for each of ``kinds``; ``ways`` a weight by kind and way.

    ``stated`` and ``noted`` are chances by kind: from there on a sentence counts as stated, or is noted.
    """

    kinds: tuple[str, ...]
    vocabulary: dict[str, int]
    base: Floats
    constant: Floats
    ways: dict[str, dict[str, float]]
    stated: dict[str, float]
    noted: dict[str, float]


@cache
def weights() -> Weights:
    """Load the weights of the package."""
    with as_file(files("greenroom.engines.feedback").joinpath("weights/kinds.npz")) as path, np.load(path) as held:
        kinds = tuple(str(held["kinds"]).split("\n"))
        names = str(held["vocabulary"]).split("\n")
        ways: dict[str, dict[str, float]] = {kind: {} for kind in kinds}
        for name, value in zip(str(held["ways"]).split("\n"), held["way_weights"], strict=True):
            kind, way = name.split("\t")
            ways[kind][way] = float(value)
        return Weights(
            kinds,
            {name: i for i, name in enumerate(names)},
            held["base"].astype(np.float64),
            held["constant"].astype(np.float64),
            ways,
            dict(zip(kinds, map(float, held["stated"]), strict=True)),
            dict(zip(kinds, map(float, held["noted"]), strict=True)),
        )


def base_features(reading: Reading) -> dict[int, list[str]]:
    """What each sentence that counts holds, by its index: words, stems, tags, and the tags of the one before it.
    A name may stand there twice.

    Its place and what follows play no part, so that nothing appended changes how a sentence is read.
    """
    found: dict[int, list[str]] = {}
    before: Sentence | None = None
    for sentence in reading.heard:
        names = _words(sentence)
        names += [f"c {name}" for name in sentence.tags]
        names += [f"a {act.who} {act.when}" for act in sentence.acts]
        names += [f"p {name}" for name in (before.tags if before else ())]
        names.append(f"k {reading.rubric.kind.value}")
        found[sentence.index] = names
        before = sentence
    return found


def _words(sentence: Sentence) -> list[str]:
    """Words, stems and pairs of words; numbers become ``0``. Names and capitals play no part."""
    plain = [w.text for w in sentence.words]
    if sentence.digits:
        plain = ["0" if text[0].isdigit() else text for text in plain]
    names = [name for word in plain for name in _word(word)]
    names += [f"t {a} {b}" for a, b in pairwise(plain)]
    names.append(f"o {plain[0]}")
    names += [f"l {n}" for n in (8, 14, 24) if len(plain) > n]
    return names


@lru_cache(maxsize=20000)
def _word(word: str) -> tuple[str, str]:
    """The names of a word and of its stem."""
    return f"t {word}", f"s {stem(word)}"


def weigh(reading: Reading, proposals: dict[EvidenceKind, Detector]) -> Iterator[tuple[EvidenceKind, Seen]]:
    """Yield what is evidence, kind by kind. A confidence of 0.7 and more is stated, less is noted."""
    model = weights()
    chosen = [s for s in reading.heard if len(s.words) >= LEAST and not is_list(reading, s)]
    if not chosen:
        return
    scores = _base(reading, model)
    for column, name in enumerate(model.kinds):
        kind = EvidenceKind(name)
        asked = any(kind in criterion.evidence for criterion in reading.rubric.criteria)
        proposed = {seen.sentence.index: seen for seen in proposals[kind](reading)}
        if not asked and not proposed:
            continue
        given = model.ways[name]
        lift = (asked * given.get("asked", 0.0), asked * given.get("asked", 0.0) + given.get("rule", 0.0))
        bars = (_logit(lowest(model, name, False)), _logit(lowest(model, name, True)))
        for sentence in chosen:
            if not asked and sentence.index not in proposed:
                continue  # no criterion counts it: worth a note where a rule points at it, not worth a search
            rule = proposed.get(sentence.index)
            if rule and kind is EvidenceKind.QUESTION_BACK and rule.confidence <= BY_FORM:
                yield kind, rule  # seen by its form; the labelled answers hold too few for a chance
                continue
            score = scores[sentence.index][column] + (lift[1] if rule else lift[0])
            if score + most(name) < bars[rule is not None] or barred(reading, sentence, kind):
                continue  # no pattern could lift it to the lower bound
            seen = _decide(reading, sentence, rule, score, model, name)
            if seen is not None:
                yield kind, seen


def barred(reading: Reading, sentence: Sentence, kind: EvidenceKind) -> bool:
    """True where no weight may find a kind: flattery as a reason, praise as a lesson, a wish for an event."""
    if kind is EvidenceKind.SPECIFIC_REASON:
        return sentence.has("flattery") or reading.rubric.kind in (RubricKind.PAST_EVENT, RubricKind.KNOWLEDGE)
    if kind in (EvidenceKind.LEARNING, EvidenceKind.USER_EVIDENCE):
        return sentence.has("praise", "flattery")
    if kind in (EvidenceKind.TRADE_OFF_COST, EvidenceKind.OPTION_WEIGHED):
        label = reading.labels[sentence.index] if reading.labels else None
        return label is not None and label.part is Part.SITUATION and label.confidence >= SETTLED
    if kind is EvidenceKind.CAUSE_FOUND and GUESSED.search(reading.text.low, sentence.start, sentence.end):
        return True
    if kind is EvidenceKind.OTHER_VIEW:
        return any(s.has("blame") for s in reading.heard)
    wish = bool(sentence.acts) and all(act.when is When.WOULD for act in sentence.acts)
    return kind in _DONE and wish and reading.rubric.kind is RubricKind.PAST_EVENT


# Tuples, as the hash of a kind is slower than a few comparisons.
_DONE = (EvidenceKind.FIRST_PERSON_ACTION, EvidenceKind.VERIFICATION_STEP, EvidenceKind.CAUSE_FOUND,
         EvidenceKind.NAMED_COMPONENT, EvidenceKind.LASTING_CHANGE)  # fmt: skip


def _base(reading: Reading, model: Weights) -> dict[int, list[float]]:
    """Linear scores of the sentences by kind, before the ways of saying it are looked at."""
    held = base_features(reading)
    scores = model.constant + flags(held.values(), model.vocabulary).scores(model.base)
    return dict(zip(held, scores.tolist(), strict=True))


def _decide(
    reading: Reading, sentence: Sentence, proposed: Seen | None, score: float, model: Weights, kind: str
) -> Seen | None:
    """Add what the patterns say to a score that they could lift to the lower bound."""
    given = model.ways[kind]
    names, span = said(kind, reading.text.low, sentence)
    score += sum(given.get(name, 0.0) for name in names)
    chance = 1 / (1 + math.exp(-score))
    if chance < lowest(model, kind, proposed is not None) or (
        chance < model.stated[kind] and not names and proposed is None
    ):
        return None  # weights alone, without a way or a rule to point at, must be sure
    begin, end = (proposed.start, proposed.end) if proposed else span or (sentence.start, sentence.end)
    return Seen(sentence, begin, end, _confidence(chance, model.stated[kind]))


def lowest(model: Weights, kind: str, proposed: bool) -> float:
    """The chance from which a sentence is noted; what a detector proposes needs less."""
    noted = model.noted[kind]
    return max(noted * PROPOSED, min(noted, FAINT)) if proposed else noted


MOST_WAYS = 4  # ways of saying one thing in one sentence; counting more changes no finding on the samples


@cache
def most(kind: str) -> float:
    """The most that patterns can add for a kind: the heaviest few, since a sentence says a thing in few ways."""
    given = {name: w for name, w in weights().ways[kind].items() if w > 0 and name not in {"rule", "asked"}}
    levels = sum(given.pop(name, 0.0) for name in ("sure", "two", "maybe"))
    return levels + sum(sorted(given.values())[-MOST_WAYS:])


def _confidence(chance: float, stated: float) -> float:
    return min(0.95, max(chance, 0.75)) if chance >= stated else min(chance, 0.65)


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))
