"""What came of a case: verdict, usage, and everything that a candidate needs to see why."""

from enum import StrEnum

from .fact import fact
from .grid import Grid
from .growth import Curve
from .query_plan import Plans
from .timeline import Timeline
from .verdict import Verdict


class AtFault(StrEnum):
    """Whose fault it is that a case could not be judged: never the candidate's."""

    EXERCISE = "exercise"  # what its author wrote to judge with: the checker, the inputs of growth, the reference
    JUDGE = "judge"  # ours


@fact
class Usage:
    """What one case used: seconds of processor and of the clock, and kilobytes at the peak.

    The memory is the resident set of the case's one process, shared pages of the interpreter included.
    """

    cpu_s: float = 0.0
    wall_s: float = 0.0
    memory_kb: int = 0


@fact
class CaseResult:
    """The verdict on one case.

    ``message`` says in words what happened. ``input``, ``expected``, ``actual`` and ``difference`` are text to be
    read by people, cut when long; ``stdout`` and ``stderr`` are what the code printed, cut too. ``part`` is the part of
    the exercise, counted from 1, and 0 for cases that belong to no exercise. ``curve`` stands on a result
    about growth, ``grid`` on one about rows, ``timeline`` on one about sessions, ``plan`` on one about a query's plan.
    ``fault`` stands on an internal error and nowhere else.
    """

    case: str
    verdict: Verdict
    usage: Usage = Usage()
    message: str = ""
    input: str = ""
    expected: str = ""
    actual: str = ""
    difference: str = ""
    stdout: str = ""
    stderr: str = ""
    part: int = 0
    curve: Curve | None = None
    grid: Grid | None = None
    fault: AtFault | None = None
    timeline: Timeline | None = None
    plan: Plans | None = None
