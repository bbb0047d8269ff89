"""A reading of accepted code: remarks that point at lines, each with its reason."""

from .fact import fact
from .finding import Finding


@fact
class Remark:
    """One remark in words.

    ``finding``  what was seen; its evidence quotes the source (offsets in code points), its rule says which rule.
    ``line``     the line of the source at which the quote begins, counted from 1.
    ``says``     one sentence about this very line; ``reason`` why it matters; ``advice`` what to do instead.
    """

    finding: Finding
    line: int
    says: str
    reason: str
    advice: str


@fact
class CodeReading:
    """What came of reading one file of code.

    ``rules`` counts the rules that were applied. ``unread`` says why nothing was read, or is "". ``engine`` is the
    version that read it; the engine leaves it to its caller.
    """

    rules: int
    remarks: tuple[Remark, ...] = ()
    unread: str = ""
    engine: str = ""
