"""Which hints fit a submission that failed: those of the named wrong solution that fails as it does."""

from collections.abc import Collection
from enum import StrEnum

from .exercise import Exercise, Wrong
from .sql import Form
from .verdict import Verdict

ALIKE = 0.5  # of the cases that fail in either, at least this share fails in both


class Step(StrEnum):
    """The levels of a ladder of hints, from the least help to the most."""

    WHERE = "where"
    IDEA = "idea"
    CHANGE = "change"


STEPS = tuple(Step)


class Evidence(StrEnum):
    """What a passed part shows of its writer, from most to least; opening hints lowers it and never the verdict."""

    ALONE = "without a hint"
    POINTED = "told where to look"
    IDEA_GIVEN = "told the idea"
    CHANGE_GIVEN = "told the change"


def evidence(highest: int) -> Evidence:
    """Return what is left of the evidence after the hint of level ``highest`` (0 to 3)."""
    return tuple(Evidence)[highest]


def closest(exercise: Exercise, parts: int, failed: Collection[str], verdict: Verdict) -> Wrong | None:
    """Return the named wrong solution that a submission behaves like, or None when it is like none of them.

    ``failed`` are the cases of the first ``parts`` parts that failed; in the SQL lab they are data sets, attacks or
    invariants. Two are alike when the share of common cases among the failing ones (Jaccard's index) is at least
    ``ALIKE``; of several the most alike wins, then the one that the author named first. One that fails no case and is
    too slow to grow is like the slow solution. Queries are more alike than they are the same: one is known by its data
    sets only when it fails exactly those of one mistake and of no other, as the wrong name would be a false remark.
    """
    if not failed:
        return next((w for w in exercise.wrong if w.verdict is verdict is Verdict.TOO_SLOW_TO_GROW), None)
    judged = {case.id for part in exercise.parts[:parts] for case in part.cases.cases}
    judged |= set(exercise.sql.cases if exercise.sql else ())
    alike = [(_share(set(failed), judged & set(wrong.fails)), wrong) for wrong in exercise.wrong]
    share = max((share for share, _ in alike), default=0.0)
    best = [wrong for each, wrong in alike if each == share]
    if exercise.sql is not None and exercise.sql.form is Form.QUERY:
        return best[0] if share == 1.0 and len(best) == 1 else None
    return best[0] if share >= ALIKE else None


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if other else 0.0
