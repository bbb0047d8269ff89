"""What is said of a submission: an ordered list of verdicts, worst first."""

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """The verdicts, worst first. The order of the lines is the order of precedence."""

    INTERNAL_ERROR = "internal error"  # ours, never the candidate's
    SANDBOX_REFUSED = "sandbox refused"
    COMPILE_ERROR = "compile error"
    TIME_LIMIT = "time limit"
    MEMORY_LIMIT = "memory limit"
    OUTPUT_LIMIT = "output limit"
    RUNTIME_ERROR = "runtime error"
    WRONG_ANSWER = "wrong answer"
    TOO_SLOW_TO_GROW = "too slow to grow"
    ACCEPTED = "accepted"

    @property
    def rank(self) -> int:
        """Position in the list; 0 is the worst."""
        return _RANK[self]


_RANK = {verdict: position for position, verdict in enumerate(Verdict)}


def overall(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the worst of ``verdicts``; raise ``ValueError`` when there are none, as nothing judged is no pass."""
    return min(verdicts, key=lambda verdict: verdict.rank)
