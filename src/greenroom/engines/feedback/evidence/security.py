"""A threat with a control against it."""

from collections.abc import Iterator

from ..reading import Reading
from ..sentences import Sentence
from .seen import Seen, acted, explains, is_list, pair


def security_control(reading: Reading) -> Iterator[Seen]:
    """A control that somebody put in place, with the threat in the same sentence or the one before or after it."""
    heard = reading.heard
    for i, sentence in enumerate(heard):
        if "control" not in sentence.tags or is_list(reading, sentence):
            continue
        if not (acted(reading, sentence) or (explains(reading) and sentence.has("reasoning"))):
            continue
        start, end = sentence.first("control")
        both = pair(sentence, "control", "threat", 160)
        if both:
            yield Seen(sentence, *both, 0.85)
        elif any(_threatened(s) for s in heard[max(0, i - 1) : i + 2]):
            yield Seen(sentence, start, end, 0.7)


def _threatened(sentence: Sentence) -> bool:
    return "threat" in sentence.tags
