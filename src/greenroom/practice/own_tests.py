"""A candidate's own tests: are they right, and which wrong solutions do they catch?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from json import dumps

from greenroom.codec import Unreadable
from greenroom.codec.own_tests import read_own_tests
from greenroom.core.case import Case
from greenroom.core.cases import Cases
from greenroom.core.exercise import Exercise
from greenroom.core.language import Language
from greenroom.core.verdict import Verdict

from .errors import Unusable
from .shelves import Lab


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTestsSheet:
    """What the candidate's own tests are worth, run against the reference and the named wrong solutions.

    ``mistaken`` are those that the reference does not pass; ``caught`` counts the wrong solutions that fail one of
    the others, of ``of``.
    """

    written: int
    mistaken: tuple[str, ...]
    caught: int
    of: int


def own_tests(exercise: Exercise, text: str) -> Cases:
    """Return the candidate's own tests in ``text``: what repeats a visible case is none.

    Raises ``Unusable`` and names the lines that are no tests.
    """
    given = [case for part in exercise.parts for case in part.cases.cases if case.visible]
    try:
        tests = read_own_tests(text, exercise.parts[0].cases.function)
        return replace(tests, cases=tuple(test for test in tests.cases if not any(_same(test, c) for c in given)))
    except Unreadable as error:
        raise Unusable("tests.txt: " + "; ".join(map(str, error.problems[:3]))) from None


def _same(test: Case, case: Case) -> bool:
    """JSON values: 1 is 1.0 in both languages, and true is told apart from 1 by how it is written."""
    return dumps([list(test.args), test.returns]) == dumps([list(case.args), case.returns])


def worth(exercise: Exercise, own: Cases, language: Language, lab: Lab) -> OwnTestsSheet:
    """Run ``own`` against the reference, and those that it passes against every wrong solution that fails on cases.

    One that the reference does not pass expects something wrong, and catches nothing.
    """
    mistaken = _failed(own, language, exercise.reference, lab)
    right = replace(own, cases=tuple(case for case in own.cases if case.id not in mistaken))
    wrongs = [wrong for wrong in exercise.wrong if wrong.verdict is not Verdict.TOO_SLOW_TO_GROW]
    caught = sum(bool(_failed(right, Language.PYTHON, wrong.files, lab)) for wrong in wrongs) if right.cases else 0
    return OwnTestsSheet(written=len(own.cases), mistaken=tuple(mistaken), caught=caught, of=len(wrongs))


def _failed(own: Cases, language: Language, sources: Mapping[Language, str], lab: Lab) -> list[str]:
    """Return the names of the tests that the solution fails. Raises ``RuntimeError`` when the judge itself failed."""
    results = list(lab.judge(own, {language.file: sources[language].encode()}))
    if any(result.verdict is Verdict.INTERNAL_ERROR for result in results):
        raise RuntimeError(f"the judge failed on own tests: {results[-1].message}")
    return [result.case for result in results if result.verdict is not Verdict.ACCEPTED]
