"""A checkable reason that names this company, product or role."""

import re
from collections.abc import Iterator

from greenroom.core.rubric import RubricKind

from ..reading import Reading
from .seen import Seen, is_list

_YOURS = re.compile(
    r"\b(?:your|you(?! would| could| will| can| might| should)|you're|the role|this role|the advertisement"
    r"|the job ad|the posting)\b[^.]{0,60}?\b(?:post|blog"
    r"|docs|documentation|api|apis|sdk|handbook"
    r"|engineering|talk|product|changelog|incident|status page|team|open[- ]source|repository|customers|merchants"
    r"|platform|library|open|publish(?:ed)?|release"
    r"|describes?|says|mentions?|asks|wrote|write|built|build|run|handle|support|on call|ledger|payments?|queue"
    r"|database|migration|billing|process|values)\b"
)
_FIRST_HAND = re.compile(
    r"\b(?:i(?:'ve| have)? (?:read|used|use|know|wrote|watched|noticed|tried|integrated|built|followed|saw|liked"
    r"|like|spoke|talked|put|had to"
    r"|worked|contributed|reported|asked|thought|found)|matches|fits|exactly|reason|caught my eye|that's"
    r" why|that is why|drawn"
    r"|looking for|i(?:'d| would) like|i want|the (?:first|second|third|other) (?:is|one|reason))\b"
)


def specific_reason(reading: Reading) -> Iterator[Seen]:
    """A thing of theirs that can be looked up, tied to what the speaker read, used or looks for; flattery undoes it."""
    if reading.rubric.kind in {RubricKind.PAST_EVENT, RubricKind.KNOWLEDGE}:
        return
    for sentence in reading.heard:
        if "reason" not in sentence.tags or sentence.has("flattery") or is_list(reading, sentence):
            continue
        low = reading.text.low
        yours = _YOURS.search(low, sentence.start, sentence.end)
        first_hand = _FIRST_HAND.search(low, sentence.start, sentence.end)
        counted = sentence.digits
        if yours and (first_hand or counted) and len(sentence.words) >= 9:
            yield Seen(sentence, yours.start(), yours.end(), 0.75)
