"""The speaker clarifies scope, asks for numbers or states an assumption."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..reading import Reading
from ..sentences import Sentence
from .seen import Seen, is_list

LEAST = 4  # words
LAST = 2  # sentences at the end, where an answer turns to the listener
BY_FORM = 0.4  # seen by its form alone: noted, never stated
_ASSUMED = re.compile(
    r"\b(?:i(?:'d|'ll| would| will| can|'m going to)? (?:\w+ )?(?:assume|clarify|confirm)|(?:let me|let's|may i|can"
    r" i) assume|assuming|my assumption"
    r"|(?:i(?:'d| would)|first|i) (?:\w+ ){0,2}?(?:ask|want to know|check (?:whether|how|if))|before (?:designing|i"
    r" design|i start|i draw|choosing|anything)[^.]{0,20}ask)\b"
)


def question_back(reading: Reading) -> Iterator[Seen]:
    """A question about scope or load, one put to the listener, or an assumption. "Good question?" is none."""
    ends = {s.index for s in reading.heard[-LAST:]}
    for before, sentence in pairwise((None, *reading.heard)):
        if sentence is None:
            continue
        if sentence.index in ends and _to_the_listener(reading, sentence, before):
            yield Seen(sentence, sentence.start, sentence.end, BY_FORM)
            continue
        if "clarify" not in sentence.tags or is_list(reading, sentence) or len(sentence.words) < 6:
            continue
        asked = _asked(reading, sentence)
        assumed = _ASSUMED.search(reading.text.low, sentence.start, sentence.end)
        if assumed:
            yield Seen(sentence, assumed.start(), assumed.end(), 0.8)
        elif asked and _about(sentence):
            yield Seen(sentence, *sentence.first("clarify"), 0.7)


def _asked(reading: Reading, sentence: Sentence) -> bool:
    return reading.text.low[: sentence.end].rstrip("\"') ").endswith("?")


_YOU = frozenset({"you", "your", "you're", "you've", "yours"})
_ONESELF = frozenset({"i", "me", "my", "i'd", "i'm", "i've"})  # "When would I say no?" is asked of nobody


def _to_the_listener(reading: Reading, sentence: Sentence, before: Sentence | None) -> bool:
    """A question about the listener's own company: it names "you", or follows a sentence that does."""
    said = {w.text for w in sentence.words}
    about = said | ({w.text for w in before.words} if before else set())
    return _asked(reading, sentence) and len(sentence.words) >= LEAST and bool(_YOU & about) and not _ONESELF & said


def _about(sentence: Sentence) -> bool:
    return sentence.has("component", "user", "metric", "data", "failure") or len(sentence.words) > 9
