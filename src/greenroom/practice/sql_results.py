"""What the SQL lab says of a submission; what is wrong with the exercise itself is told as its author's fault."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence

from greenroom.core.exercise import Exercise, Kind
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.verdict import Verdict

from .shelves import AnyLab, sql_authors_fault

_LOG = logging.getLogger(__name__)
LOOKED_AT = 2  # failing data sets, the small ones first
Files = Mapping[str, bytes]


def judged(exercise: Exercise, files: Files, lab: AnyLab) -> Iterator[CaseResult]:
    """Yield what comes of each thing that is judged."""
    return _told(lambda: lab.run(exercise, files))


def resembles(exercise: Exercise, files: Files, failed: Sequence[str], lab: AnyLab) -> str:
    """Return the wrong solution that gives the same rows on the first data sets that failed, or "".

    It only chooses hints, so whatever keeps it from being found is logged and changes nothing else.
    """
    if exercise.kind is not Kind.SQL or not failed:
        return ""
    try:
        name: str = lab.resembles(exercise, files, failed[:LOOKED_AT])
    except Exception:
        _LOG.warning("no resemblance could be looked for in %s", exercise.slug, exc_info=True)
        return ""
    return name


def shown(exercise: Exercise, files: Files, lab: AnyLab) -> Iterator[CaseResult]:
    """Yield the rows of a query on the set that may be seen; nothing is judged."""
    return _told(lambda: iter((lab.shown(exercise, files),)))


def _told(run: Callable[[], Iterator[CaseResult]]) -> Iterator[CaseResult]:
    try:
        yield from run()
    except sql_authors_fault() as wrong:
        message = str(wrong)[:600]
        yield CaseResult(
            case="", verdict=Verdict.INTERNAL_ERROR, message=message, part=1, fault=AtFault.EXERCISE
        )  # fmt: skip
