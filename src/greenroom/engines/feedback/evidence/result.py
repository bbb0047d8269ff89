"""Effects: stated, with a number, with a number and what it is compared with."""

import re
from collections.abc import Iterator
from itertools import pairwise

from greenroom.core.rubric import Part

from ..doing import When, past
from ..numbers import Number, numbers
from ..reading import Reading
from ..sentences import Sentence
from .seen import Seen, is_list

_AIM = re.compile(
    r"\b(?:wanted|want|needed|need(?:s)? to|had to|have to|must|goal|goals|target|aim|aimed|asked (?:to|us|me"
    r"|whether|for)|should|supposed|promised"
    r"|plan(?:ned)? to|hoped|would|could|might|if|limit|deadline|expected|estimated|maximum|at most|required"
    r"|threatened)\b"
)
_UNTRUE = re.compile(
    r"\b(?:did not|didn't|not|never|hardly|without) (?:\w+ ){0,2}?(?:drop|fall|improve|reduce|help|change|get|go"
    r"|decrease|increase|measure|track)"
)
# Chances from which an effect is stated, and from which it is noted: it then counts for a band, and is never shown as
# a strength. Chosen on answers of writers that the weights had not seen; see docs/feedback.md.
TOLD_STATED, TOLD = 0.60, 0.40
SIZED_STATED, SIZED = 0.86, 0.30
TOLD_AT_LEAST = 0.25  # of a sentence that sizes an effect, or that the colours call a result as surely as AGREED
AGREED = 0.60
COMPARED_STATED, COMPARED = 0.60, 0.35


def result_stated(reading: Reading) -> Iterator[Seen]:
    """A sentence that tells an effect; aims, wishes and claims that fit any story are none."""
    for sentence in reading.heard:
        if effect(reading, sentence):
            start = sentence.tags["result"][0][0] if "result" in sentence.tags else sentence.start
            yield Seen(sentence, start, sentence.end, _sure(reading.effect(sentence).told, TOLD_STATED))


def effect(reading: Reading, sentence: Sentence) -> bool:
    """True when a sentence tells an effect."""
    label = reading.labels[sentence.index]
    agreed = label.part is Part.RESULT and label.confidence >= AGREED
    told = reading.effect(sentence).told >= (TOLD_AT_LEAST if agreed else TOLD)
    return told and _may(reading, sentence) and not is_vague(reading, sentence)


def _may(reading: Reading, sentence: Sentence) -> bool:
    return not (is_list(reading, sentence) or _would(sentence) or sentence.has("praise", "flattery"))


def _sure(chance: float, stated: float) -> float:
    return min(0.95, max(chance, 0.75)) if chance >= stated else min(chance, 0.65)


def is_vague(reading: Reading, sentence: Sentence) -> bool:
    """True for a claim in words that fit any story: a phrase of the vague list, no number, and little else."""
    if "vague" not in sentence.tags or sentence.digits:
        return False
    own = sum(len(w.text) > 3 and w.text not in _SMALL for w in sentence.words)
    return own <= 7 or len(sentence.tags["vague"]) > 1


_SMALL = frozenset(
    "with from that this they them their were have been very much more some then than when after before".split()
)


def quantified_result(reading: Reading) -> Iterator[Seen]:
    """An effect with a number, its unit and its object."""
    for sentence in reading.heard:
        for number in measured(reading, sentence)[:1]:
            yield Seen(sentence, number.start, number.end, _sure(reading.effect(sentence).sized, SIZED_STATED))


def before_and_after(reading: Reading) -> Iterator[Seen]:
    """A number with the baseline it is compared with, in the same sentence."""
    for sentence in reading.heard:
        chance = reading.effect(sentence).compared
        for number in measured(reading, sentence)[:1]:
            if chance >= COMPARED or has_baseline(reading, sentence):
                yield Seen(sentence, number.start, number.end, _sure(chance, COMPARED_STATED))


def _would(sentence: Sentence) -> bool:
    would = any(act.when is When.WOULD for act in sentence.acts) or any(w.text == "would" for w in sentence.words)
    opens = sentence.words[0].text in {"i'd", "we'd", "i'll"} and not past(sentence.words[1 % len(sentence.words)].text)
    return opens or (would and not any(a.when is When.PAST for a in sentence.acts))


def measured(reading: Reading, sentence: Sentence) -> list[Number]:
    """The numbers of an effect: in a sentence that is no list, no wish, and not denied."""
    chances, low = reading.effect(sentence), reading.text.low
    if not _may(reading, sentence) or chances.told < (TOLD_AT_LEAST if chances.sized >= SIZED else TOLD):
        return []
    if _UNTRUE.search(low, sentence.start, sentence.end):
        return []
    found = [n for n in numbers(sentence, low) if not _AIM.search(low, max(sentence.start, n.start - 45), n.start)]
    if chances.sized < SIZED and not any(n.value == 0 for n in found) and not has_baseline(reading, sentence):
        return []
    return sorted(found, key=lambda n: (not n.unit, n.start))


_FROM_TO = re.compile(
    r"\b(?:from|down from|up from) (?:\w+ ){0,3}?[€$£]?(?:[\d.,:]+|[a-z-]+)[^.;]{0,48}? (?:to|into) (?:\w+"
    r" ){0,3}?[€$£]?(?:\d|[a-z])"
)
_THAN = re.compile(
    r"\b(?:down from|up from|instead of|compared (?:with|to)|used to (?:be|take|need)|had (?:been|taken)"
    r"|(?:it )?was [^.;]{1,20}? before|where it (?:was|had|used|took)|it had (?:been|taken)|against (?:\w+ ){0,3}?\d+"
    r"|(?:before|previously|earlier)(?: (?:it|that|this|them))?(?: was| were| had| took| about| around)? (?:\w+ )?\d+"
    r"|versus|rather than)\b"
)
_BY = re.compile(
    r"\b(?:dropped|fell|reduced|decreased|increased|improved|rose|grew|cut|lowered|shrank|saved|saves)\b|\b(?:went"
    r"|down|up|brought|got) (?:\w+ ){0,3}?(?:by|to)\b"
    r"|(?:\b(?:percent|times|x)|%) (?:less|more|fewer|faster|cheaper|quicker|lower|smaller|shorter)\b"
)


def compared(low: str, sentence: Sentence, found: list[Number]) -> re.Match[str] | None:
    """A comparison in words: from A to B with two numbers, down from, instead of, or a verb of change with a number."""
    both = _FROM_TO.search(low, sentence.start, sentence.end)
    if both and len(found) > 1:
        return both
    than = _THAN.search(low, sentence.start, sentence.end)
    if than:
        return than
    change = _BY.search(low, sentence.start, sentence.end)
    return change if change and any(n.value != 1 and -30 <= n.start - change.end() <= 25 for n in found) else None


def has_baseline(reading: Reading, sentence: Sentence) -> bool:
    """True when the sentence gives the value before as well as the value after."""
    low = reading.text.low
    found = numbers(sentence, low)
    if len(found) > 1 and _FROM_TO.search(low, sentence.start, sentence.end):
        return True
    than = _THAN.search(low, sentence.start, sentence.end)
    if not than or not found:
        return False
    return any(n.start >= than.start() - 30 for n in found) and (
        len(found) > 1 or any(n.start > than.end() for n in found)
    )


def turned(reading: Reading, sentence: Sentence) -> bool:
    """True when a sentence turns one amount into another of its kind, "4 s to 6 ms", and is no wish and no list."""
    low = reading.text.low
    if not _may(reading, sentence) or _AIM.search(low, sentence.start, sentence.end):
        return False
    found = numbers(sentence, low)
    return any(
        one.unit == other.unit in _UNITS and _INTO.fullmatch(low, one.end, other.start) is not None
        for one, other in pairwise(found)
    )


_UNITS = {"time", "percent", "money", "size"}
_INTO = re.compile(r"[\s,.]{0,2}(?:down |up )?(?:to|into|->|=>|→) ?(?:about |under |just |only )?")


def has_object(sentence: Sentence, number: Number) -> bool:
    """True when the sentence says what the number is of: a counted thing, a metric, or another noun as subject."""
    if number.unit == "count" or (number.unit in {"money"}):
        return True
    outside = [(a, b) for a, b in sentence.tags.get("metric", ()) if not (number.start <= a < number.end)]
    if outside or sentence.has("component", "user"):
        return True
    vague = {w for a, b in sentence.tags.get("vague_object", ()) for w in range(a, b)}
    before = [w for w in sentence.words if w.end <= number.start and w.start not in vague]
    return any(w.text not in _EMPTY and len(w.text) > 3 and not w.text.endswith(("ed", "ly")) for w in before)


_EMPTY = frozenset(
    "result outcome this that these those with after before about around only more less than then from fell went"
    " down over just into"
    " dropped rose grew which where when have been were they them there increase decrease reduction improvement"
    " performance"
    " improve reduce almost nearly roughly approximately overall total takes take took everything something thing"
    " things"
    " significant significantly faster slower quicker better worse saved team percent four months weeks days"
    " managed able could would also finally result. end".split()
)
