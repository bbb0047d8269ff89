"""The author's own checker: graph properties and whatever else data cannot say."""

import pytest

from greenroom.core.case import Case, Checker, Comparison
from greenroom.core.cases import Cases
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.verdict import Verdict
from greenroom.engines.judge import Lab

from .given import calling, judged

# Any order in which what is needed comes first will do: a property of a graph, not one value.
ORDER = """
def check(args, expected, actual):
    needs = args[0]
    if not isinstance(actual, list) or sorted(actual) != sorted(needs):
        return "every step has to be there once"
    place = {step: at for at, step in enumerate(actual)}
    return all(place[before] < place[step] for step in needs for before in needs[step])
"""
NEEDS = {"test": ["build"], "build": [], "lint": [], "ship": ["test", "lint"]}
SORTS = """
from graphlib import TopologicalSorter
def solve(needs): return list(TopologicalSorter(needs).static_order())
"""


def steps(source: str = ORDER) -> Cases:
    checker = Checker(kind=Comparison.CUSTOM, file="check.py", source=source)
    return calling(Case(id="steps", args=(NEEDS,), returns=["build", "test", "lint", "ship"]), checker=checker)


def one(lab: Lab, cases: Cases, code: str) -> CaseResult:
    (result,) = judged(lab, cases, code)
    return result


def test_it_takes_any_result_that_the_checker_takes(lab: Lab) -> None:
    for code in (SORTS, "def solve(needs): return ['lint', 'build', 'test', 'ship']"):
        assert one(lab, steps(), code).verdict is Verdict.ACCEPTED


def test_it_tells_what_the_checker_says_is_wrong(lab: Lab) -> None:
    result = one(lab, steps(), "def solve(needs): return ['ship']")
    assert (result.verdict, result.message) == (Verdict.WRONG_ANSWER, "every step has to be there once")
    result = one(lab, steps(), "def solve(needs): return ['ship', 'lint', 'test', 'build']")
    assert (result.verdict, result.difference) == (Verdict.WRONG_ANSWER, "")


@pytest.mark.parametrize(
    "source", ["def check(", "def other(): pass", "def check(a, e, g): 1 / 0", "def check(a, e, g): return 1", ""]
)
def test_a_checker_that_fails_is_the_exercise_s_fault(lab: Lab, source: str) -> None:
    result = one(lab, steps(source), SORTS)
    assert result.verdict is Verdict.INTERNAL_ERROR
    assert (result.case, result.fault) == ("steps", AtFault.EXERCISE)
    assert result.message.startswith("the exercise is at fault, not this submission: ")


def test_the_candidate_s_process_holds_neither_checker_nor_expected_value(lab: Lab) -> None:
    code = """
import gc
def solve(needs):
    word = "".join(["zanz", "ibar"])
    held = [o for o in gc.get_objects() if isinstance(o, (dict, list, tuple)) and o is not needs]
    if any(isinstance(part, str) and word in part and part is not word for o in held for part in list(o)):
        return ["ship"]
    return ["lint", "build", "test", "ship"]
"""
    cases = steps("# a word that stands nowhere else: zanzibar\n" + ORDER)
    assert one(lab, cases, code).verdict is Verdict.ACCEPTED
    held = code.replace("def solve", "KEPT = ['in a list: zanzibar']\ndef solve")
    assert one(lab, cases, held).verdict is Verdict.WRONG_ANSWER  # the search would find it


def test_what_the_candidate_patches_does_not_reach_the_checker(lab: Lab) -> None:
    code = (
        "import builtins\nbuiltins.sorted = lambda *a: 1\nbuiltins.all = lambda *a: True\ndef solve(n): return ['ship']"
    )
    assert one(lab, steps(), code).verdict is Verdict.WRONG_ANSWER
