"""Growth is judged by how work multiplies, never by how long it takes."""

import pytest

from greenroom.core.case import Case
from greenroom.core.exercise import Exercise, Growth, Order, Wrong
from greenroom.core.growth import Point
from greenroom.core.language import Language
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.verdict import Verdict
from greenroom.engines.judge import Lab

from .given import HINTS, calling, exercise_of, part_of

SLOW = """
def solve(names):
    seen = []
    for name in names:
        if name not in seen:
            seen.append(name)
    return len(seen)
"""
FAST = "def solve(names):\n    return len(set(names))\n"
SORTED = """
def solve(names):
    ordered, count, last = sorted(names), 0, None
    for name in ordered:
        count += name != last
        last = name
    return count
"""
EXPONENTIAL = """
def solve(names):
    def down(n): return 1 if n < 2 else down(n - 1) + down(n - 2)
    if len(names) > 3: down(len(names))
    return len(set(names))
"""
HEAVY = """
import hashlib
def solve(names):
    for name in names:
        for _ in range(30):
            hashlib.sha256(name.encode())
    return len(set(names))
"""
CONSTANT = "def solve(names):\n    sum(range(8_000_000))\n    return len(set(names))\n"
SLOW_NODE = """
exports.solve = (names) => {
  const seen = [];
  for (const name of names) if (!seen.some((other) => other === name)) seen.push(name);
  return seen.length;
};
"""
FAST_NODE = "exports.solve = (names) => new Set(names).size;"
MAKE = "def make(n):\n    return [['name-%d' % i for i in range(n)]]\n"


def counting(make: str = MAKE, reference: str = FAST) -> Exercise:
    cases = calling(Case(id="two", args=(["a", "b", "a"],), returns=2))
    slow = Wrong(
        name="looks-through-all", mistake="", verdict=Verdict.TOO_SLOW_TO_GROW, hints=HINTS,
        files={Language.PYTHON: SLOW, Language.NODE: SLOW_NODE},
    )  # fmt: skip
    growth = Growth(at_most=Order.LINEARITHMIC, smallest=500, largest=64000)
    return exercise_of(
        part_of(cases, growth, make), reference={Language.PYTHON: reference, Language.NODE: FAST_NODE}, wrong=(slow,)
    )


def grown(lab: Lab, code: str, file: str = "solution.py", **given: str) -> CaseResult:
    *cases, last = lab.run(counting(**given), {file: code.encode()}, 1)
    assert [case.verdict for case in cases] == [Verdict.ACCEPTED] * len(cases), cases
    return last


def test_a_quadratic_solution_is_too_slow_to_grow(lab: Lab) -> None:
    result = grown(lab, SLOW)
    assert (result.verdict, result.case, result.part) == (Verdict.TOO_SLOW_TO_GROW, "growth-1", 1), result.message
    assert result.curve is not None
    assert (result.curve.exponent or 0) > 1.7
    assert (result.curve.at_most, result.curve.fitted) == (Order.LINEARITHMIC, Order.QUADRATIC)
    assert len(result.curve.slow) >= 3
    assert all(isinstance(point, Point) for point in result.curve.points)


def test_a_solution_that_sorts_may_grow_as_it_does(lab: Lab) -> None:
    result = grown(lab, SORTED)
    assert result.verdict is Verdict.ACCEPTED, result.message
    assert result.curve is not None
    assert result.curve.fitted in (None, Order.LINEARITHMIC)


def test_a_solution_that_is_slow_and_grows_as_it_should_is_accepted(lab: Lab) -> None:
    result = grown(lab, HEAVY)
    assert result.verdict is Verdict.ACCEPTED, result.message
    assert result.curve is not None
    assert result.curve.fitted is Order.LINEARITHMIC


def test_work_that_does_not_grow_at_all_is_accepted(lab: Lab) -> None:
    assert grown(lab, CONSTANT).verdict is Verdict.ACCEPTED


def test_a_solution_that_never_ends_at_size_is_too_slow_to_grow_and_no_time_limit(lab: Lab) -> None:
    assert grown(lab, EXPONENTIAL).verdict is Verdict.TOO_SLOW_TO_GROW


def test_a_wrong_answer_at_a_size_is_a_wrong_answer(lab: Lab) -> None:
    result = grown(lab, "def solve(names): return min(len(set(names)), 1500)")
    assert result.verdict is Verdict.WRONG_ANSWER
    assert result.message.startswith("at size 2000: ")
    assert (result.expected, result.actual) == ("2000", "1500")


def test_an_error_at_a_size_is_told_with_the_size(lab: Lab) -> None:
    result = grown(lab, "def solve(names):\n    if len(names) > 600: raise KeyError(1)\n    return len(set(names))")
    assert (result.verdict, result.message) == (Verdict.RUNTIME_ERROR, "at size 1000: it raised KeyError")


def test_growth_waits_until_every_case_passes(lab: Lab) -> None:
    results = list(lab.run(counting(), {"solution.py": b"def solve(names): return 0"}, 1))
    assert [result.case for result in results] == ["two"]


@pytest.mark.parametrize(
    "given, told",
    [
        ({"make": "def make(n): return 5"}, "make(500) gave no list of arguments"),
        ({"make": "def make(n): 1 / 0"}, "ZeroDivisionError"),
        ({"reference": "def solve(names): raise ValueError('no')"}, "the reference gave no value at n = 500"),
    ],
)
def test_a_fault_of_the_exercise_is_never_the_candidate_s(lab: Lab, given: dict[str, str], told: str) -> None:
    result = grown(lab, FAST, **given)
    assert (result.verdict, result.fault) == (Verdict.INTERNAL_ERROR, AtFault.EXERCISE)
    assert told in result.message


def test_the_same_in_node(node: Lab) -> None:
    assert grown(node, SLOW_NODE, "solution.js").verdict is Verdict.TOO_SLOW_TO_GROW
    assert grown(node, FAST_NODE, "solution.js").verdict is Verdict.ACCEPTED
