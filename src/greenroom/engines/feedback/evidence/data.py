"""Reasoning on schema, key, index, query and consistency."""

from collections.abc import Iterator

from ..reading import Reading
from .seen import Seen, acted, explains, is_list


def data_design(reading: Reading) -> Iterator[Seen]:
    """Two terms of data design in something done, or one with the reason for it."""
    for sentence in reading.heard:
        terms = sentence.tags.get("data", [])
        if not terms or is_list(reading, sentence) or len(sentence.words) < 6:
            continue
        doing = acted(reading, sentence)
        distinct = len({reading.text.low[a:b] for a, b in terms})
        reasoned = sentence.has("reasoning", "cost", "cause")
        if (doing or explains(reading)) and reasoned:
            yield Seen(sentence, *terms[0], 0.85 if distinct > 1 else 0.7)
        elif (doing or explains(reading)) and distinct > 1:
            yield Seen(sentence, *terms[0], 0.7)
