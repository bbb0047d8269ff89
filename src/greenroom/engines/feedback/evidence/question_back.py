"""The speaker clarifies scope, asks for numbers or states an assumption."""

import re
from collections.abc import Iterator

from ..reading import Reading
from ..sentences import Sentence
from .seen import Seen, is_list

_ASSUMED = re.compile(
    r"\b(?:i(?:'d|'ll| would| will| can|'m going to)? (?:\w+ )?(?:assume|clarify|confirm)|(?:let me|let's|may i|can"
    r" i) assume|assuming|my assumption"
    r"|(?:i(?:'d| would)|first|i) (?:\w+ ){0,2}?(?:ask|want to know|check (?:whether|how|if))|before (?:designing|i"
    r" design|i start|i draw|choosing|anything)[^.]{0,20}ask)\b"
)


def question_back(reading: Reading) -> Iterator[Seen]:
    """A question about scope or load, or an assumption with content. "Good question?" is none."""
    for sentence in reading.heard:
        if "clarify" not in sentence.tags or is_list(reading, sentence) or len(sentence.words) < 6:
            continue
        asked = reading.text.low[: sentence.end].rstrip("\"') ").endswith("?")
        assumed = _ASSUMED.search(reading.text.low, sentence.start, sentence.end)
        if assumed:
            yield Seen(sentence, assumed.start(), assumed.end(), 0.8)
        elif asked and _about(sentence):
            yield Seen(sentence, *sentence.first("clarify"), 0.7)


def _about(sentence: Sentence) -> bool:
    return sentence.has("component", "user", "metric", "data", "failure") or len(sentence.words) > 9
