"""Sentences: where the plain copy is cut. Written speech, lists, wrapped lines and speech without a full stop."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .cutting import cut as speech
from .doing import Act, acts
from .normalise import Plain
from .sieve import bit, passed
from .words import Tags, Word, tags, words

LONG = 45  # words; a longer "sentence" is speech without punctuation and is cut at its turns
TURN = 12  # words before a cut at a turn
SPOKEN_LONG = 12  # words of a text without any full stop from which it is cut by the model of speech
FORCED = 60  # words without any turn
_WRAPPED = 55  # characters; a line at least this long was wrapped, a shorter one was ended by its writer

_STOP = re.compile(
    r"(?<![.!?])([.!?]++)[\"')\]]*+(?=\s|$)"  # possessive, and never begun inside a run: a page of dots stays linear
    r"|(?<=[a-z]{2})(\.)(?=(?:i|we|then|so|the|it|after|my|our|but)\b)|(\n)\s*"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|approx|incl|resp|no|nr|inc|ltd|corp|fig|ca|cf|st|a\.m|p\.m"
    r"|u\.s|u\.k"
    r"|[a-hj-z])$"
)
_AFTER_ABBREVIATION = re.compile(r"\s+(?:i|we|then|after|so|but|my|our|in the end|this|he|she|they)\b")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,2}[.)])\s+")
_HEADING = re.compile(r"\s*(?:situation|task|action|actions|result|results|reflection|background|context)\s*:")
_TURNS = frozenset(
    "and then|and so|so then|so i|so we|then i|then we|and i|and we|but|after that|in the end|at the end|finally|and it"
    "|which meant|and the|and now|so the|because|and after|afterwards|then|so".split("|")
)

_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half third quarter hundred thousand"
    " million dozen".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span in the plain copy, its words, the lexicon's tags, who did what, and what it may match."""

    index: int
    start: int
    end: int
    words: tuple[Word, ...]
    tags: Tags
    acts: tuple[Act, ...]
    passed: int  # bits of the patterns that its words let through the sieve
    digits: bool  # a word is a number in digits
    counts: bool  # a word is a number, in digits or in letters

    def has(self, *names: str) -> bool:
        """True when any of the lexicon classes occurs."""
        for name in names:  # noqa: SIM110 - any() over a generator takes thrice as long, and this is asked often
            if name in self.tags:
                return True
        return False

    def may(self, pattern: str) -> bool:
        """False when a pattern of the sieve cannot match this sentence."""
        return bool(self.passed & bit(pattern))

    def first(self, name: str) -> tuple[int, int]:
        """Span of the first phrase of a class; ``KeyError`` when there is none."""
        return self.tags[name][0]


def sentence(index: int, start: int, end: int, cut: list[Word]) -> Sentence:
    """Make one sentence of its words."""
    said = tuple(cut)
    texts = [word.text for word in cut]
    digits = any(text[0].isdigit() for text in texts)
    counts = digits or not _NUMBERS.isdisjoint(texts)
    return Sentence(index, start, end, said, tags(cut), acts(said), passed(texts), digits, counts)


def sentences(text: Plain) -> tuple[Sentence, ...]:
    """Cut the plain copy into sentences with their words and tags; spans without a word are dropped."""
    found: list[Sentence] = []
    spoken = not any(mark in text.low for mark in ".!?")
    for start, end in _spans(text.low):
        cut = words(text.low, start, end)
        for part in speech(cut, text.low) if spoken and len(cut) > SPOKEN_LONG else _shorten(cut):
            if not any(word.text[0].isalnum() for word in part):
                continue
            last = end if part[-1] is cut[-1] else part[-1].end
            begin = start if part[0] is cut[0] else part[0].start
            found.append(sentence(len(found), begin, last, part))
    return tuple(found)


def _spans(low: str) -> Iterator[tuple[int, int]]:
    """Yield trimmed spans between full stops, line ends that mean something, and list items."""
    start = 0
    for stop in _STOP.finditer(low):
        if stop.end() <= start or not _ends(low, start, stop):
            continue
        yield from _trimmed(low, start, stop.end())
        start = stop.end()
    yield from _trimmed(low, start, len(low))


def _trimmed(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    bullet = _BULLET.match(low, start, end)
    start = bullet.end() if bullet else start
    while start < end and low[start].isspace():
        start += 1
    while end > start and low[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(low: str, start: int, stop: re.Match[str]) -> bool:
    """Decide whether a stop ends a sentence."""
    if stop.group(3):
        return _line_ends(low, start, stop)
    dots = stop.group(1) or stop.group(2)
    if dots != ".":
        return dots[0] != "." or "?" in dots or "!" in dots
    before = low[max(start, stop.start() - 12) : stop.start()]
    if before.strip().isdigit() and len(before.strip()) < 3 and low[start : stop.start()].strip() == before.strip():
        return False  # the number of a list item
    if _ABBREVIATION.search(before):
        return before.endswith("etc") and bool(_AFTER_ABBREVIATION.match(low, stop.end()))
    return True


def _line_ends(low: str, start: int, stop: re.Match[str]) -> bool:
    """A line ends a sentence unless an editor wrapped it: long line, no blank line, no list item, no heading."""
    if "\n" in stop.group()[1:] or stop.end() >= len(low):
        return True
    if _BULLET.match(low, stop.end()) or _HEADING.match(low, stop.end()):
        return True
    line = low.rfind("\n", 0, stop.start()) + 1
    return stop.start() - max(line, start) < _WRAPPED and stop.start() - line < _WRAPPED


def _shorten(cut: list[Word]) -> Iterator[list[Word]]:
    """Cut a very long sentence at its turns (and then, so I, but ...)."""
    if len(cut) <= LONG:
        if cut:
            yield cut
        return
    begin = 0
    for i in range(1, len(cut)):
        far = i - begin >= TURN and len(cut) - i >= 4
        if (far and _turns(cut, i)) or i - begin >= FORCED:
            yield cut[begin:i]
            begin = i
    yield cut[begin:]


def _turns(cut: list[Word], i: int) -> bool:
    """True where a new clause begins at a turn of speech."""
    here = cut[i].text
    return here in _TURNS or (i + 1 < len(cut) and f"{here} {cut[i + 1].text}" in _TURNS)
