"""What a finding rests on. The set of kinds is closed: a remark without one of these is not shown."""

from typing import Literal

from .fact import fact


@fact
class Quote:
    """The candidate's own words: ``text == answer[start:end]``, offsets in code points, end exclusive."""

    kind: Literal["quote"] = "quote"
    start: int
    end: int
    text: str


@fact
class Absence:
    """Something expected that was looked for and not found.

    ``expected`` names it (a part such as ``result``, or a rubric point's id);
    ``searched`` says where, in words a candidate understands ("the whole answer");
    ``beside`` quotes the words at which it would have its place, so that the advice can go on from there.
    """

    kind: Literal["absence"] = "absence"
    expected: str
    searched: str = "the whole answer"
    beside: Quote | None = None


@fact
class Measurement:
    """A count or size taken from the answer, with its unit ("words", "characters", "share")."""

    kind: Literal["measurement"] = "measurement"
    what: str
    value: float
    unit: str
    limit: float | None = None


Evidence = Quote | Absence | Measurement
