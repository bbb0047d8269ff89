"""What happens when a part fails."""

from collections.abc import Iterator

from ..reading import Reading
from .seen import Seen, acted, explains, is_list, pair


def failure_handling(reading: Reading) -> Iterator[Seen]:
    """A means against failure beside the failure it is for, or put in place by somebody with a component named."""
    heard = reading.heard
    for i, sentence in enumerate(heard):
        if "handling" not in sentence.tags or is_list(reading, sentence) or len(sentence.words) < 6:
            continue
        doing = acted(reading, sentence)
        both = pair(sentence, "handling", "failure", 120)
        before = i > 0 and "failure" in heard[i - 1].tags
        if both and (doing or explains(reading)):
            yield Seen(sentence, *both, 0.8)
        elif (doing and sentence.has("reasoning", "component")) or (
            (doing or explains(reading)) and (before or sentence.has("reasoning"))
        ):
            yield Seen(sentence, *sentence.first("handling"), 0.7)
