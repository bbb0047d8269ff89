"""Judge one file in a sandbox that runs already: all cases part by part, then the growth of those parts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from greenroom.core.exercise import Part
from greenroom.core.language import Language
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.verdict import Verdict
from greenroom.sandbox import Broken, Server, Submission

from .checking import Checking
from .content_fault import ContentFault
from .growing import grown
from .running import run_case
from .yardstick import Yardstick

Yardsticks = Callable[[Server, int], Yardstick]
_ENDS_ALL = frozenset({Verdict.COMPILE_ERROR, Verdict.INTERNAL_ERROR})


def judged_in(
    server: Server,
    parts: Sequence[Part],
    name: str,
    source: bytes,
    language: Language,
    yardsticks: Yardsticks | None = None,
) -> Iterator[CaseResult]:
    """Yield each result as it is known; what fails in the sandbox itself is told as an internal error.

    Growth is measured only where ``yardsticks`` gives something to hold it against.
    """
    try:
        with server.submission(language.value, name, source) as jail, Checking(server) as custom:
            if jail.compile_error:
                yield CaseResult(case="", verdict=Verdict.COMPILE_ERROR, message=jail.compile_error)
                return
            passed = True
            for result in _cases(jail, parts, custom):
                yield result
                passed &= result.verdict is Verdict.ACCEPTED
            if passed and yardsticks is not None:
                for number, part in enumerate(parts, 1):
                    if part.growth is not None:
                        yield grown(jail, yardsticks(server, number), number, custom)
    except ContentFault as fault:
        yield _of_author(fault)
    except Broken as error:
        yield CaseResult(case="", verdict=Verdict.INTERNAL_ERROR, message=str(error), fault=AtFault.JUDGE)


def _of_author(fault: ContentFault) -> CaseResult:
    message = f"the exercise is at fault, not this submission: {fault}"
    return CaseResult(case="", verdict=Verdict.INTERNAL_ERROR, message=message, fault=AtFault.EXERCISE)


def _cases(jail: Submission, parts: Sequence[Part], custom: Checking) -> Iterator[CaseResult]:
    for number, part in enumerate(parts, 1):
        for case in part.cases.cases:
            try:
                result = run_case(jail, part.cases, case, custom)
            except ContentFault as fault:
                result = replace(_of_author(fault), case=case.id)
            yield (result := replace(result, part=number))
            if result.verdict in _ENDS_ALL:
                return
