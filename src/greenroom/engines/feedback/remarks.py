"""Remarks on quoted words: who did it, numbers that say too little, vague claims, blame and self-praise."""

import re
from collections.abc import Iterator

from greenroom.core.finding import Finding
from greenroom.core.rubric import Part, RubricKind

from .claims import ABSOLUTE
from .doing import Act, When, Who
from .evidence.result import compared, has_baseline, has_object, is_vague
from .finding import gap
from .numbers import Number, numbers
from .reading import STORY, Reading
from .sentences import Sentence

AT_MOST = 2  # remarks with one code


def remarks(reading: Reading) -> Iterator[Finding]:
    """Every remark on words, detector by detector."""
    for detector in (_ownership, _hypothetical, _habit, _numbers, _vague, _absolute, _blame, _praise):
        yield from detector(reading)


def _acts(reading: Reading) -> list[tuple[Sentence, Act]]:
    return [(s, a) for s in reading.heard for a in s.acts]


def _ownership(reading: Reading) -> Iterator[Finding]:
    """Only-we and only-passive: remarked on when no act at all is the speaker's own."""
    if reading.rubric.kind not in STORY:
        return
    found = _acts(reading)
    if any(a.who is Who.I and a.when is not When.WOULD for _, a in found):
        return
    together = [(s, a) for s, a in found if a.who is Who.WE and a.when is When.PAST]
    passive = [
        (s, a) for s, a in found if a.who is Who.NOBODY and reading.label(s) not in {Part.SITUATION, Part.RESULT}
    ]
    if len(together) >= 2 or (together and not passive):
        sentence, act = next(((s, a) for s, a in together if reading.label(s) is Part.ACTION), together[0])
        yield gap("we_without_i", reading.clause(sentence, act.start, act.end), 0.85 if len(together) > 1 else 0.7)
    elif passive:
        sentence, act = passive[0]
        yield gap("passive_action", reading.clause(sentence, act.start, act.end), 0.7)


def _hypothetical(reading: Reading) -> Iterator[Finding]:
    """What one would do, where an event was asked for."""
    if reading.rubric.kind is not RubricKind.PAST_EVENT:
        return
    found = _acts(reading)
    if any(a.when is When.PAST and a.who is not Who.NOBODY for _, a in found):
        return
    woulds = [s for s in reading.heard if "hypothetical" in s.tags and any(a.when is When.WOULD for a in s.acts)]
    if len(woulds) * 2 >= len(reading.heard) or len(woulds) >= 3:
        yield (
            gap("hypothetical_answer", reading.quote(woulds[0]), 0.85)
            if woulds
            else gap("hypothetical_answer", reading.quote(reading.heard[0]), 0.5)
        )


_ALWAYS = re.compile(
    r"\b(?:always|usually|often|regularly|constantly|many times|more times|whenever|every (?:time|day|quarter|sprint)"
    r"|each time|all the time|day to day|in general|generally|by nature)\b"
)
MAXIMS = 6  # sentences that name no occasion; below it, an answer is thin rather than general


def _habit(reading: Reading) -> Iterator[Finding]:
    """What one always does, where an event was asked for: no single act in the past, no time, no number."""
    if reading.rubric.kind is not RubricKind.PAST_EVENT or len(reading.heard) < MAXIMS:
        return
    low = reading.text.low
    general = {s.index for s in reading.heard if _ALWAYS.search(low, s.start, s.end)}
    single = [
        s for s, a in _acts(reading) if a.when is When.PAST and a.who is not Who.NOBODY and s.index not in general
    ]
    placed = any(s.has("time_open") or any(n.value != 1 for n in numbers(s, low)) for s in reading.heard)
    if single or placed or not general:
        return
    own = [s for s in reading.heard if s.index in general and any(a.who is Who.I for a in s.acts)]
    told = max(own or [s for s in reading.heard if s.index in general], key=lambda s: len(s.words))
    yield gap("habit_not_event", reading.quote(told), 0.8)


_UP_TIME = re.compile(r"\b(?:uptime|availability|available|success rate|coverage|hit rate|conversion)\b")
_DOWN = re.compile(
    r"\b(?:reduc(?:ed|es|ing|tion)|decreas(?:ed|e|es)|dropped|fell|cut|lower(?:ed)?|less|saved|shrank|down|fewer)\b"
)
_PERCENT_CHANGE = re.compile(
    r"\b(?:by|increase of|reduction of|decrease of|improvement of|saved|faster|less|fewer|more|cheaper|quicker)\b"
)


def _numbers(reading: Reading) -> Iterator[Finding]:
    """Implausible, without an object, without a baseline: one remark a sentence, at most two of each."""
    spoken: dict[str, int] = {}
    low = reading.text.low
    for sentence in reading.heard:
        found = numbers(sentence, low)
        code = next((c for n in found if (c := _fault(reading, sentence, n, list(found)))), "")
        number = next((n for n in found if _fault(reading, sentence, n, list(found))), None)
        if number is None or spoken.get(code, 0) >= AT_MOST:
            continue
        spoken[code] = spoken.get(code, 0) + 1
        quote = reading.clause(sentence, number.start, number.end)
        yield gap(code, quote, 0.8 if code != "number_without_baseline" else 0.7)


def _reach(low: str, sentence: Sentence, number: Number) -> int:
    """How far behind a number its verb may stand: not beyond what is joined on ("went up 400% and errors fell")."""
    end = min(sentence.end, number.end + 20)
    turns = [at for mark in (" and ", ",", ";", " but ") if (at := low.find(mark, number.end, end)) >= 0]
    return min(turns, default=end)


def _fault(reading: Reading, sentence: Sentence, number: Number, found: list[Number]) -> str:
    low = reading.text.low
    if number.unit != "percent":
        return ""
    change = _DOWN.search(low, max(sentence.start, number.start - 40), _reach(low, sentence, number))
    whole = _UP_TIME.search(low, max(sentence.start, number.start - 30), min(sentence.end, number.end + 30))
    part = reading.label(sentence)
    if number.value > 100 and (
        change or (whole and not re.search(r"\b(?:by|increase|improve)", low[sentence.start : sentence.end]))
    ):
        return "implausible_number"
    if part not in {Part.RESULT, Part.ACTION, Part.OTHER} or "goal" in sentence.tags or "hypothetical" in sentence.tags:
        return ""
    if not _PERCENT_CHANGE.search(low, max(sentence.start, number.start - 25), min(sentence.end, number.end + 12)):
        return ""
    if compared(low, sentence, found) is None and not sentence.has("change_down", "change_up"):
        return ""
    if not has_object(sentence, number):
        return "number_without_object"
    beside = [s for s in reading.heard if abs(s.index - sentence.index) <= 1]
    based = has_baseline(reading, sentence) or any(n.unit != "percent" for s in beside for n in numbers(s, low))
    return "" if based or number.value == 100 else "number_without_baseline"


def _vague(reading: Reading) -> Iterator[Finding]:
    """A sentence that claims a success or a deed in words that fit any answer, without a number or a component."""
    said = 0
    for sentence in reading.heard:
        concrete = bool(numbers(sentence, reading.text.low)) or (sentence.has("component") and len(sentence.words) > 9)
        if concrete or said >= AT_MOST or not is_vague(reading, sentence) or not _claims(reading, sentence):
            continue
        if reading.label(sentence) in {Part.RESULT, Part.ACTION, Part.OTHER}:
            said += 1
            yield gap("vague_claim", reading.clause(sentence, *sentence.first("vague")), 0.8)


# Loose words that make no claim: "passing stuff over the fence" needs no number.
_LOOSE = frozenset(
    {"stuff", "somehow", "etc", "and so on", "things like that", "a solution", "big problem", "really big"}
)


def _claims(reading: Reading, sentence: Sentence) -> bool:
    return any(reading.text.low[a:b] not in _LOOSE for a, b in sentence.tags["vague"])


_DENIES = re.compile(r"\b(?:not|never|n't|don't|didn't|wasn't|isn't|nobody was)\b")
_SOMEBODY = re.compile(
    r"\b(?:he|she|they|them|their|his|her|you|who|guy|people|team|management|managers?|boss|colleagues?|developers?|dev"
    r"|customers?|client|sales|support|ops|product|vendor|supplier|fault|listen(?:ed|s)?)\b"
)


def _blames(reading: Reading, sentence: Sentence) -> bool:
    """A fault laid on somebody. An insult that is denied, or said of a thing ("it wasn't stupid then"), is none."""
    start, end = sentence.first("blame")
    insult = " " not in reading.text.low[start:end]
    denied = _DENIES.search(reading.text.low, sentence.start, start)
    return not insult or (bool(_SOMEBODY.search(reading.text.low, sentence.start, sentence.end)) and not denied)


def _blame(reading: Reading) -> Iterator[Finding]:
    sentence = next((s for s in reading.heard if "blame" in s.tags and _blames(reading, s)), None)
    if sentence is None:
        return
    if re.search(
        r"\b(?:i was|my own|i felt|about (?:it|this)) [^.]{0,12}(?:stupid|lazy|useless|incompetent)",
        reading.text.low[sentence.start : sentence.end],
    ):
        return
    yield gap("blames_others", reading.clause(sentence, *sentence.first("blame")), 0.75)


_HALF = frozenset({"i am very", "i'm very", "i am able to"})
_GOOD = re.compile(
    r"(?:i am|i'm) very (?:\w+ )?(?:good|strong|analytical|organi[sz]ed|motivated|passionate|experienced|reliable"
    r"|precise|fast|flexible|dedicated|ambitious|structured|thorough|detail|communicative|hard|skilled|talented"
    r"|responsible|committed)"
)


def _praises(reading: Reading, sentence: Sentence) -> bool:
    """Praise of oneself. "I'm very open as to the technology" begins like one, and is none."""
    low = reading.text.low
    for start, end in sentence.tags.get("praise", ()):
        if low[start:end] not in _HALF or _GOOD.match(low, start, sentence.end):
            return True
    return False


def _absolute(reading: Reading) -> Iterator[Finding]:
    """A claim without any limit, with no step of one's own and no length of time in its sentence."""
    for sentence in reading.heard:
        claim = ABSOLUTE.search(reading.text.low, sentence.start, sentence.end)
        if claim is None or any(a.who is Who.I and a.when is When.PAST for a in sentence.acts):
            continue
        if any(n.unit == "time" for n in numbers(sentence, reading.text.low)):
            continue
        yield gap("absolute_claim", reading.clause(sentence, *claim.span()), 0.8)
        return


def _praise(reading: Reading) -> Iterator[Finding]:
    """Praise of oneself with no event near it."""
    for sentence in reading.heard:
        if not _praises(reading, sentence) or any(a.when is When.PAST for a in sentence.acts):
            continue
        beside = [s for s in reading.heard if 0 < s.index - sentence.index <= 2]
        shown = any(a.when is When.PAST and a.who is not Who.NOBODY for s in beside for a in s.acts)
        if not shown:
            yield gap("self_praise_without_event", reading.clause(sentence, *sentence.first("praise")), 0.8)
            return
