"""Programs that mean harm get the verdict that they deserve, and the judge is as well afterwards as before."""

import pytest

from greenroom.core.verdict import Verdict
from greenroom.engines.judge import Lab

from .given import TWICE, judged, twice
from .hostile_python import PROGRAMS

HONEST = "def solve(n):\n    return n * 2 + 1\n"


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_contains(lab: Lab, name: str) -> None:
    code, verdict = PROGRAMS[name]
    results = judged(lab, twice(verdict), code)
    assert {result.verdict for result in results} == {verdict}, results[0]


def test_it_judges_honest_code_after_all_of_that(lab: Lab) -> None:
    assert [result.verdict for result in judged(lab, TWICE, HONEST)] == [Verdict.ACCEPTED] * 2


def test_it_refuses_bytes_that_are_no_utf_8(lab: Lab) -> None:
    (result,) = judged(lab, TWICE, b"def solve(n):\n    return '\xff'\n")
    assert result.verdict is Verdict.COMPILE_ERROR
