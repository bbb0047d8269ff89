"""Effects: stated, with a number, with a number and what it is compared with."""

import re
from collections.abc import Iterator

from greenroom.core.rubric import Part

from ..doing import When, Who
from ..numbers import Number, numbers
from ..reading import Reading
from ..sentences import Sentence
from .seen import Seen, is_list

_CHANGE = re.compile(
    r"\b(?:dropped|drops?|fell|falls?|(?:went|came|goes|gone|going|brought|got) (?:\w+ ){0,2}?(?:down|up)|went"
    r" (?:\w+ ){0,2}?(?:from|to|below|under|over|back)|cut(?:s|ting)?"
    r"|reduc(?:ed|es|ing|tion)|decreas(?:ed|es|e)|lower(?:ed)?|shrank|halved|doubled|tripled|saved|saves|saving"
    r"|shaved|rose|rises|grew|increas(?:ed|es|e)"
    r"|improv(?:ed|es|ement)|climbed|raised|gained|(?:is|are|was|were) (?:now )?(?:down|up|at|below|under|back"
    r"|over)|down (?:from|to)|up (?:from|to)"
    r"|from [^.]{1,40}? to|(?:now|only) (?:takes?|needs?|costs?|runs?|loads?)|(?:was|were|is|are) only|takes?"
    r" (?:now|only|about|around|less)?|took (?:only )?|ran in|runs in|now runs?|finished in|loads? in"
    r"|faster|slower|quicker|shorter|cheaper|fewer|less|more|zero|no (?:more |longer )?|none|never|has (?:been"
    r"|caught|stayed|not|had|failed|found)|have (?:been|had|not|seen)"
    r"|stayed|ended (?:up|with)|we(?:'ve| have)? (?:saw|seen|had (?:no|zero|only|fewer)|got|hit|went|were|are)"
    r"|brought|delivers?|processed|handles?|handled|recovered|lost|missed|passed|differed"
    r"|scored|matched|renewed|bounced|won|closed|caught|found|stopped|made up|were back|was back|paid|kept)\b"
)
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
GUESSED = 0.3  # a label below this confidence came from its neighbours
_MEASURES = frozenset({"percent", "time", "money", "times", "size", "count"})


def result_stated(reading: Reading) -> Iterator[Seen]:
    """A sentence that is a result by its words, not by its place; aims and wishes are none."""
    for sentence in reading.heard:
        if effect(reading, sentence) and not is_vague(reading, sentence):
            start = sentence.tags["result"][0][0] if "result" in sentence.tags else sentence.start
            sure = reading.label(sentence) is Part.RESULT and sentence.has("result", "lasting")
            yield Seen(sentence, start, sentence.end, 0.85 if sure else 0.65)


def effect(reading: Reading, sentence: Sentence) -> bool:
    """True when a sentence tells an effect."""
    if is_list(reading, sentence) or _would(sentence) or sentence.has("praise", "flattery", "found_out"):
        return False
    part = sure_part(reading, sentence)
    low = reading.text.low
    changed = _CHANGE.search(low, sentence.start, sentence.end)
    told = sentence.has("result") or (sentence.has("lasting") and changed is not None)
    if part is Part.RESULT:
        counted = any(w.text[0].isdigit() for w in sentence.words) and changed is not None
        own = any(a.who is Who.I and a.when is When.PAST for a in sentence.acts)
        return told or counted or (not own and changed is not None)
    return part in {Part.REFLECTION, Part.ACTION, Part.OTHER} and bool(measured(reading, sentence))


def sure_part(reading: Reading, sentence: Sentence) -> Part:
    """The part of a sentence; a result that the model only guessed from its place counts as an action."""
    label = reading.labels[sentence.index]
    return Part.ACTION if label.part is Part.RESULT and label.confidence < GUESSED else label.part


def is_vague(reading: Reading, sentence: Sentence) -> bool:
    """True for a claim in words that fit any story: a phrase of the vague list, no number, and little else."""
    if "vague" not in sentence.tags or any(w.text[0].isdigit() for w in sentence.words):
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
            sure = 0.85 if reading.label(sentence) is Part.RESULT else 0.7
            yield Seen(sentence, number.start, number.end, sure)


def before_and_after(reading: Reading) -> Iterator[Seen]:
    """A number with the baseline it is compared with, in the same sentence."""
    for sentence in reading.heard:
        for number in measured(reading, sentence)[:1]:
            if has_baseline(reading, sentence):
                yield Seen(sentence, number.start, number.end, 0.85)


def _would(sentence: Sentence) -> bool:
    would = any(act.when is When.WOULD for act in sentence.acts) or any(w.text == "would" for w in sentence.words)
    return would and not any(a.when is When.PAST for a in sentence.acts)


def measured(reading: Reading, sentence: Sentence) -> list[Number]:
    """The numbers of a change with their object: in a sentence that is no aim, no background, no list, and not"
    " denied."""
    found = [n for n in numbers(sentence, reading.text.low) if n.unit in _MEASURES or not n.unit]
    if not found or is_list(reading, sentence) or _would(sentence) or "found_out" in sentence.tags:
        return []
    low = reading.text.low
    part = sure_part(reading, sentence)
    strong = compared(low, sentence, found) is not None
    own = any(a.when is When.PAST and a.who is Who.I for a in sentence.acts)
    if part is Part.REFLECTION:
        return []
    if part in {Part.SITUATION, Part.TASK} and not (strong and (own or sentence.has("result"))):
        return []
    if _UNTRUE.search(low, sentence.start, sentence.end) or (part is not Part.RESULT and not strong):
        return []
    told = part is Part.RESULT and not own
    return [n for n in found if _of_change(low, sentence, n, strong, told) and has_object(sentence, n)]


def _of_change(low: str, sentence: Sentence, number: Number, strong: bool, told: bool) -> bool:
    """True for a number that sizes a change: compared in words, beside a verb of change, or told as a result with"
    " a unit."""
    if _AIM.search(low, max(sentence.start, number.start - 45), number.start):
        return False
    if strong or number.value == 0:
        return True
    if any(_beside(m, number) for m in _CHANGE.finditer(low, sentence.start, sentence.end)):
        return bool(number.unit)
    return told and number.unit not in {"", "count"}


def _beside(change: re.Match[str], number: Number) -> bool:
    return -60 <= number.start - change.end() <= 60 or 0 <= change.start() - number.end <= 45


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
