"""An exercise is judged part by part: all earlier parts again, none that has not been reached."""

import pytest

from greenroom.core.case import Case
from greenroom.core.verdict import Verdict
from greenroom.engines.judge import Lab

from .given import calling, exercise_of, part_of

EXERCISE = exercise_of(
    part_of(calling(Case(id="three", args=(3,), returns=7))),
    part_of(calling(Case(id="none", args=(None,), returns=0), Case(id="nine", args=(9,), returns=19))),
    part_of(calling(Case(id="shout", args=("a",), returns="A"), function="shout")),
)
FIRST_ONLY = {"solution.py": b"def solve(n): return n * 2 + 1\n"}


def test_it_judges_the_parts_that_were_reached_and_no_other(lab: Lab) -> None:
    (result,) = lab.run(EXERCISE, FIRST_ONLY, 1)
    assert (result.part, result.case, result.verdict) == (1, "three", Verdict.ACCEPTED)


def test_it_judges_earlier_parts_again_and_tells_each_result_s_part(lab: Lab) -> None:
    results = list(lab.run(EXERCISE, FIRST_ONLY, 3))
    assert [(result.part, result.case, result.verdict) for result in results] == [
        (1, "three", Verdict.ACCEPTED),
        (2, "none", Verdict.RUNTIME_ERROR),
        (2, "nine", Verdict.ACCEPTED),
        (3, "shout", Verdict.RUNTIME_ERROR),
    ]


def test_results_come_before_the_later_ones_are_run(lab: Lab) -> None:
    running = lab.run(EXERCISE, {"solution.py": b"def solve(n):\n    while n is None: pass\n    return 7\n"}, 2)
    assert next(running).case == "three"
    running.close()


@pytest.mark.parametrize("parts", [0, 4, -1])
def test_it_refuses_a_number_of_parts_that_the_exercise_does_not_have(lab: Lab, parts: int) -> None:
    with pytest.raises(ValueError, match="parts 1 to 3"):
        list(lab.run(EXERCISE, FIRST_ONLY, parts))


def test_cases_that_belong_to_no_exercise_have_no_part(lab: Lab) -> None:
    (result,) = lab.judge(EXERCISE.parts[0].cases, FIRST_ONLY)
    assert (result.part, result.curve) == (0, None)
