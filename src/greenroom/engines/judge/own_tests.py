"""Run a candidate's own tests, which are data, against the reference and the named wrong solutions.

A test whose expectation differs from the reference is told with the reference's value: the candidate chose the input,
and a value for it gives away neither a hidden case nor the code.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from greenroom.core.cases import Cases
from greenroom.core.exercise import Exercise
from greenroom.core.language import Language
from greenroom.core.outcome import CaseResult
from greenroom.core.own_tests import OwnTest, OwnTests
from greenroom.core.verdict import Verdict

Judge = Callable[[Cases, Mapping[str, bytes]], Iterator[CaseResult]]
_SAYS_NOTHING = frozenset({Verdict.INTERNAL_ERROR, Verdict.SANDBOX_REFUSED, Verdict.COMPILE_ERROR})


def weighed(judge: Judge, exercise: Exercise, own: Cases, language: Language) -> OwnTests:
    """Return what ``own`` is worth. Code comes in ``language`` where the exercise has it, in Python otherwise."""
    last = exercise.parts[-1].cases  # a later part extends inputs and never changes an earlier meaning
    own = replace(own, limits=last.limits, checker=last.checker)
    wrongs = [wrong for wrong in exercise.wrong if wrong.verdict is not Verdict.TOO_SLOW_TO_GROW]
    names = tuple(wrong.name for wrong in wrongs)
    told = _told(judge, own, exercise.reference, language)
    if fault := next((result.message for result in told if result.verdict in _SAYS_NOTHING), ""):
        return OwnTests(tests=(), wrongs=names, fault=fault)
    mistakes = {result.case: _mistake(result) for result in told}
    right = replace(own, cases=tuple(case for case in own.cases if not mistakes[case.id]))
    failed = {wrong.name: _failed(judge, right, wrong.files, language) for wrong in wrongs if right.cases}
    tests = (
        OwnTest(
            name=case.id,
            mistake=mistakes[case.id],
            catches=tuple(name for name in names if case.id in failed.get(name, ())),
        )
        for case in own.cases
    )
    return OwnTests(tests=tuple(tests), wrongs=names)


def _told(judge: Judge, cases: Cases, sources: Mapping[Language, str], language: Language) -> list[CaseResult]:
    spoken = language if language in sources else Language.PYTHON
    return list(judge(cases, {spoken.file: sources[spoken].encode()}))


def _failed(judge: Judge, cases: Cases, sources: Mapping[Language, str], language: Language) -> frozenset[str]:
    """Return the tests that a wrong solution fails. What fails without running one says nothing about tests."""
    told = _told(judge, cases, sources, language)
    bad = _SAYS_NOTHING | {Verdict.ACCEPTED}
    return frozenset(result.case for result in told if result.verdict not in bad)


def _mistake(result: CaseResult) -> str:
    """Say why a test is wrong itself, when it is."""
    if result.verdict is Verdict.ACCEPTED:
        return ""
    if result.verdict is Verdict.WRONG_ANSWER:
        return f"it expects {result.expected}, and the reference returns {result.actual}"
    return f"the reference does not take this input: {result.message}"
