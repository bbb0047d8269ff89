"""What a verdict means, and whose fault it is, in the words of the page and of the terminal."""

import pytest

from greenroom.cli import trying
from greenroom.cli.exits import Exit
from greenroom.core.exercise import Kind
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.verdict import Verdict
from greenroom.practice.submission_sheets import Progress, ResultSheet
from greenroom.web.present import submission


def results(fault):
    failed = CaseResult(case="two", verdict=Verdict.INTERNAL_ERROR, fault=fault)
    return (CaseResult(case="one", verdict=Verdict.ACCEPTED), failed)


def progress(given):
    rows = tuple(
        ResultSheet(position=at, kind=Kind.CODE, part=1, about="", visible=True, result=result, again="")
        for at, result in enumerate(given)
    )
    verdict = Verdict.INTERNAL_ERROR
    return Progress(id=1, state="done", attempt=1, verdict=verdict, results=rows, known=2, expected=2, over=True)


@pytest.mark.parametrize(
    "fault, said, code",
    [
        (AtFault.EXERCISE, "The exercise is at fault", Exit.LACKING),
        (AtFault.JUDGE, "Something failed on our side", Exit.OURS),
        (None, "Something failed on our side", Exit.OURS),
    ],
)
def test_whose_fault_it_is_is_told_apart(fault, said, code):
    seen = submission._verdict(progress(results(fault)))
    assert seen.meaning.startswith(said)
    assert trying._exit(Verdict.INTERNAL_ERROR, results(fault)) is code
