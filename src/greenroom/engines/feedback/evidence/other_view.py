"""Somebody else's view put fairly, and how it ended."""

from collections.abc import Iterator

from ..reading import Reading
from .seen import Seen, is_list, pair


def other_view(reading: Reading) -> Iterator[Seen]:
    """A person with a view and its content; how it was settled must stand somewhere after it. Insults undo it."""
    heard = reading.heard
    ends = max((s.index for s in heard if "settled" in s.tags), default=-1)
    if any(s.has("blame") for s in heard):
        return
    for sentence in heard:
        if not (sentence.has("person") and sentence.has("view")) or is_list(reading, sentence):
            continue
        found = pair(sentence, "person", "view", 40)
        if found is None or len(sentence.words) < 7 or ends < sentence.index:
            continue
        yield Seen(sentence, *found, 0.75 if sentence.has("reasoning", "cause") else 0.65)
