"""A time line as evidence: the steps of one, two or three sessions in their order, and what the server said to each."""

from enum import StrEnum

from .fact import fact
from .grid import Rows


class Event(StrEnum):
    """What happened at a step."""

    DONE = "done"
    WAITS = "waits"  # for a lock that another session holds; it is done or refused further down
    REFUSED = "refused"
    AGAIN = "again"  # refused, and its session begins again at its first step
    GAVE_UP = "gave up"  # refused, and its session has no retry left


@fact
class Moment:
    """One step of one session.

    ``said`` is the server's own word: the command's tag, or its error with the code. ``waited`` is True where a step
    ends that had to wait; ``waits_for`` names the sessions in its way. ``attempt`` counts a session's beginnings, from
    1.
    """

    session: str
    step: str
    statement: str
    event: Event
    said: str = ""
    waited: bool = False
    waits_for: tuple[str, ...] = ()
    attempt: int = 1
    rows: Rows | None = None


@fact
class Timeline:
    """``moments`` of ``sessions`` in the order in which they happened; ``more`` counts those left out.

    ``name`` is the schedule's, by which it can be run again, or empty. ``after`` says in words what was found when all
    had ended.
    """

    name: str = ""
    sessions: tuple[str, ...]
    moments: tuple[Moment, ...]
    more: int = 0
    after: str = ""
