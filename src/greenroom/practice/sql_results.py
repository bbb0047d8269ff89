"""What the SQL lab says of a submission; what is wrong with the exercise itself is told as its author's fault."""

from collections.abc import Callable, Iterator, Mapping

from greenroom.core.exercise import Exercise
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.verdict import Verdict

from .shelves import AnyLab, sql_authors_fault

Files = Mapping[str, bytes]


def judged(exercise: Exercise, files: Files, lab: AnyLab) -> Iterator[CaseResult]:
    """Yield what comes of each thing that is judged."""
    return _told(lambda: lab.run(exercise, files))


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
