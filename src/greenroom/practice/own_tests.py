"""A candidate's own tests: are they right, and which wrong solutions do they catch?"""

from dataclasses import dataclass, replace
from json import dumps
from typing import TYPE_CHECKING

from greenroom.codec import Unreadable
from greenroom.codec.own_tests import read_own_tests
from greenroom.core.case import Case
from greenroom.core.cases import Cases
from greenroom.core.exercise import Exercise, Kind
from greenroom.core.language import Language

from .errors import Unusable

if TYPE_CHECKING:
    from greenroom.engines.judge import Lab


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistaken:
    """An own test that expects something wrong, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTestsSheet:
    """What the candidate's own tests are worth, run against the reference and the named wrong solutions.

    ``mistaken`` are those that are wrong themselves; ``caught`` counts the wrong solutions that fail one of the
    others, of ``of``.
    """

    written: int
    mistaken: tuple[Mistaken, ...]
    caught: int
    of: int


def own_tests(exercise: Exercise, text: str) -> Cases:
    """Return the candidate's own tests in ``text``: what repeats a visible case is none.

    Raises ``Unusable`` and names the lines that are no tests.
    """
    if exercise.kind is not Kind.CODE and not text.strip():
        return Cases(cases=())
    given = [case for part in exercise.parts for case in part.cases.cases if case.visible]
    try:
        tests = read_own_tests(text, exercise.parts[0].cases.function)
        own = tuple(test for test in tests.cases if not any(_same(test, case) for case in given))
        last = exercise.parts[-1].cases
        return replace(tests, cases=own, limits=last.limits, checker=last.checker)
    except Unreadable as error:
        raise Unusable("tests.txt: " + "; ".join(map(str, error.problems[:3]))) from None


def _same(test: Case, case: Case) -> bool:
    """JSON values: 1 is 1.0 in both languages, and true is told apart from 1 by how it is written."""
    return dumps([list(test.args), test.returns]) == dumps([list(case.args), case.returns])


def worth(exercise: Exercise, own: Cases, language: Language, lab: "Lab") -> OwnTestsSheet:
    """Weigh ``own`` in the lab. Raises ``RuntimeError`` when lab or exercise failed, which is told of no test."""
    weighed = lab.tests(exercise, own, language)
    if weighed.fault:
        raise RuntimeError(f"own tests could not be weighed: {weighed.fault}")
    return OwnTestsSheet(
        written=len(weighed.tests),
        mistaken=tuple(Mistaken(name=test.name, why=test.mistake) for test in weighed.mistaken),
        caught=len(weighed.caught),
        of=len(weighed.wrongs),
    )
