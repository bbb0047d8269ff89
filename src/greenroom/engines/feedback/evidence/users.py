"""What users, merchants or customers said, did or needed."""

from collections.abc import Iterator

from ..reading import Reading
from .seen import Seen, is_list, pair


def user_evidence(reading: Reading) -> Iterator[Seen]:
    """People who use the thing, and what they did or said, in one sentence; claims about them in general do not"
    " count."""
    for sentence in reading.heard:
        if not (sentence.has("user") and sentence.has("user_did")) or is_list(reading, sentence):
            continue
        if sentence.has("praise", "flattery") or len(sentence.words) < 6:
            continue
        found = pair(sentence, "user", "user_did", 60)
        if found is None or (sentence.has("vague", "other") and not sentence.digits):
            continue
        yield Seen(sentence, *found, 0.8 if sentence.digits or len(sentence.words) > 9 else 0.65)
