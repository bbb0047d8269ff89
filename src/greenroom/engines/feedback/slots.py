"""What stands in quoted words: the step, the number, the phrase. Advice names them, so that it fits no other answer.

The words are read again from the quote, so that a finding needs to keep nothing but its evidence.
"""

import re
from functools import lru_cache

from .claims import ABSOLUTE
from .doing import Who
from .normalise import Plain, plain
from .numbers import WORDS, Number, numbers
from .sentences import Sentence, sentences

Spans = list[tuple[int, int]]
LONGEST = 2000  # characters of a quote that are read again
AFTER = 5  # words after a verb that tell what was done to what
NAMED = ("vague", "praise", "blame", "component", "handling", "failure", "control", "threat", "data")
_COUNT = r"(?:[€$£]?[\d.,]*\d|" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"
_CHANGE = re.compile(
    rf"\b(?:down |up )?from (?:\w+ ){{0,3}}?{_COUNT}\b[^.;]{{0,40}}? to (?:\w+ ){{0,2}}?{_COUNT}"
    r"(?:\s?%|\s(?!(?:per|an?|in|on|for|and|of|at)\b)[a-z]+)?"
)
_ENDS = frozenset("and but so because which that then when while with by who where if or".split())
_ENDINGS = ".,;:!?()"


def in_words(quote: str) -> dict[str, str]:
    """Give values for slots by what the quoted words hold: ``step``, ``number``, ``change``, and phrases by class."""
    return dict(_found(quote[:LONGEST]))


@lru_cache(maxsize=64)
def _found(quote: str) -> tuple[tuple[str, str], ...]:
    text = plain(quote, LONGEST)
    found: dict[str, str] = {}
    for sentence in sentences(text):
        for name, value in _in(sentence, text).items():
            found.setdefault(name, value)
    return tuple(found.items())


def _in(sentence: Sentence, text: Plain) -> dict[str, str]:
    low = text.low
    found = {name: text.quote(*_whole(sentence.tags[name])).text for name in NAMED if sentence.has(name)}
    if sentence.has("vague"):
        found["vague"] = text.quote(*_wider(sentence, _whole(sentence.tags["vague"]))).text
    absolute = ABSOLUTE.search(low, sentence.start, sentence.end)
    if absolute:
        found["absolute"] = text.quote(*absolute.span()).text
    if sentence.has("data") and " " not in found["data"]:
        del found["data"]  # "insert" names no decision, "unique constraint" does
    measured = sorted((n for n in numbers(sentence, low) if n.unit), key=lambda n: n.unit == "time")
    if measured:
        found["number"] = text.quote(*_counted(sentence, measured[0])).text
    change = _CHANGE.search(low, sentence.start, sentence.end)
    if change:
        found["change"] = text.quote(*change.span()).text
    if change or measured:
        found["size"] = found.get("change") or found["number"]
    for act in sentence.acts:
        start = act.start if act.who is not Who.NOBODY else sentence.words[0].start
        found["step"] = text.quote(start, _end(sentence, act.end, low)).text.rstrip(_ENDINGS + " ")
        break
    return found


def _whole(spans: Spans) -> tuple[int, int]:
    """The longest phrase, made of those that touch: "I am very" and "passionate", "unique" and "key"."""
    joined: Spans = []
    for begin, stop in sorted(spans):
        if joined and begin <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], stop)
        else:
            joined.append((begin, stop))
    return max(joined, key=lambda span: (span[1] - span[0], -span[0]))


def _counted(sentence: Sentence, number: Number) -> tuple[int, int]:
    """A number with what it counts, over an adjective: "two wrong numbers"."""
    after = next((w for w in sentence.words if w.start >= number.end), None)
    adjective = number.unit == "count" and not number.of.endswith("s") and number.value != 1
    if adjective and after is not None and len(after.text) > 3 and after.text not in _ENDS:
        return number.start, after.end
    return number.start, number.end


def _wider(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """A phrase of one or two words with what it is said of: "quite a lot of experience", "have grown a lot"."""
    before = [w for w in sentence.words if w.end <= span[0]]
    after = [w for w in sentence.words if w.start >= span[1]]
    if sum(span[0] <= w.start < span[1] for w in sentence.words) > 2:
        return span
    if len(after) > 1 and after[0].text == "of":
        return span[0], after[1].end
    start = before[-1].start if before and len(before[-1].text) > 2 and before[-1].text not in _ENDS else span[0]
    return start, span[1]


def _end(sentence: Sentence, end: int, low: str) -> int:
    """Go on from a verb to what it was done to: a few words, not past the clause."""
    for word in [w for w in sentence.words if w.start >= end][:AFTER]:
        if word.text in _ENDS or any(mark in low[end : word.start] for mark in ",;:.()"):
            break
        end = word.end
    return end
