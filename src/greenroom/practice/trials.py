"""Trials: the visible cases and one's own tests, run at once and not kept."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from greenroom.core.case import Case
from greenroom.core.exercise import Exercise
from greenroom.core.outcome import CaseResult
from greenroom.core.sql import Form
from greenroom.records.models import Candidate

from . import sql_results
from .code_files import taken
from .exercising import live, one
from .own_tests import own_tests

if TYPE_CHECKING:
    from .shelves import AnyLab

OWN = "own: "  # before the name of a candidate's own test, so that it is never taken for a case


def run(candidate: Candidate, slug: str, files: Mapping[str, bytes], lab: "AnyLab") -> Iterator[CaseResult]:
    """Yield what comes of each visible case of the parts reached, then of each test of one's own (part 0).

    ``lab`` is the one for exercises of that kind. For a query the rows of the visible set come, and nothing is
    judged; the other forms have nothing to hide, and are run whole.

    Raises ``NotHere`` and ``Unusable`` as a submission does, before anything runs.
    """
    exercise = one(slug)
    handed = taken(exercise, files)
    own_tests(exercise, handed.tests)
    sitting = live(candidate, exercise)
    part = min(sitting.part, len(exercise.parts)) if sitting else 1
    return tried(exercise, handed.files, handed.tests, part, lab)


def tried(exercise: Exercise, files: Mapping[str, str], tests: str, part: int, lab: "AnyLab") -> Iterator[CaseResult]:
    """Run the visible cases of the first ``part`` parts and own ``tests``."""
    sources = {name: text.encode() for name, text in files.items()}
    if exercise.sql is not None:
        hidden = exercise.sql.form is Form.QUERY
        yield from (sql_results.shown if hidden else sql_results.judged)(exercise, sources, lab)
        return
    yield from lab.run(visible(exercise), sources, part)
    own = own_tests(exercise, tests)
    for result in lab.judge(own, sources) if own.cases else ():
        yield replace(result, case=f"{OWN}{result.case}", part=0)


def visible(exercise: Exercise) -> Exercise:
    """Return ``exercise`` with its visible cases alone, and no growth."""
    parts = tuple(
        replace(part, growth=None, make="", cases=replace(part.cases, cases=_shown(part.cases.cases)))
        for part in exercise.parts
    )
    return replace(exercise, parts=parts)


def _shown(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    return tuple(case for case in cases if case.visible)
