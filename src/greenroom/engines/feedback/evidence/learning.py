"""What was learnt, or would be done differently."""

from collections.abc import Iterator

from greenroom.core.rubric import Part

from ..reading import Reading
from ..words import sections
from .seen import Seen, explains, is_list

_CONTENT = 3


def learning(reading: Reading) -> Iterator[Seen]:
    """A phrase of learning with what was learnt after it. "I learned a lot" says nothing and does not count."""
    function = sections()["function"]
    for sentence in reading.heard:
        if "learning" not in sentence.tags or is_list(reading, sentence):
            continue
        start, end = sentence.first("learning")
        if explains(reading) and reading.text.low.startswith(("i would", "i'd", "next time"), start):
            continue  # a plan says "I would" of everything
        meaning = [
            w
            for w in sentence.words
            if w.start >= end and w.text not in function and w.text not in {"lot", "much", "many"}
        ]
        before = [w for w in sentence.words if w.end <= end and w.text not in function]
        if sentence.has("praise") or max(len(meaning), len(before) - 2) < _CONTENT:
            continue
        yield Seen(sentence, *sentence.first("learning"), 0.85 if reading.label(sentence) is Part.REFLECTION else 0.65)
