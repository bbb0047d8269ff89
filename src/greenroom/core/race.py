"""A race: what must be true after sessions have run side by side, in whichever order their steps came."""

from .attack import Value
from .fact import fact

ALL = "all"  # schedules: every order of the steps


@fact
class Invariant:
    """What has to be true after every schedule: the rows of ``sql`` are ``gives``, in any order."""

    name: str
    about: str
    sql: str
    gives: tuple[tuple[Value, ...], ...]
