"""An attack on a candidate's schema: statements that must be refused, or that must work."""

from enum import StrEnum

from .fact import fact

Value = int | str | bool | None


class Must(StrEnum):
    """What has to come of an attack: one of its steps is refused, or all of them work."""

    FAIL = "fail"
    WORK = "work"


@fact
class Attack:
    """Steps on a fresh copy of what the candidate made, and what has to come of them.

    A step is a statement; with several sessions each begins with its session, such as ``a: begin``. ``then`` is a query
    whose rows afterwards have to be ``gives``, in any order; a value is compared by the text that the server writes.
    """

    name: str
    about: str
    must: Must
    steps: tuple[str, ...]
    then: str = ""
    gives: tuple[tuple[Value, ...], ...] = ()
