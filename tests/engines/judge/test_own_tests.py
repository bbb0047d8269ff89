"""A candidate's own tests: are they right, and do they catch the known mistakes?"""

from dataclasses import replace

from greenroom.core.case import Case, Checker, Comparison
from greenroom.core.cases import Cases
from greenroom.core.exercise import Exercise, Wrong
from greenroom.core.language import Language
from greenroom.core.verdict import Verdict
from greenroom.engines.judge import Lab

from .given import HINTS, calling, exercise_of, part_of

REFERENCE = "def solve(numbers):\n    return max(numbers) if numbers else 0\n"
REFERENCE_NODE = "exports.solve = (a) => a.reduce((x, y) => x > y ? x : y, a[0] ?? 0);"


def wrong(name: str, python: str, verdict: Verdict = Verdict.WRONG_ANSWER) -> Wrong:
    return Wrong(name=name, mistake="", verdict=verdict, hints=HINTS, files={Language.PYTHON: python})


def largest() -> Exercise:
    return exercise_of(
        part_of(calling(Case(id="two", args=([1, 2],), returns=2))),
        reference={Language.PYTHON: REFERENCE, Language.NODE: REFERENCE_NODE},
        wrong=(
            wrong("last", "def solve(numbers): return numbers[-1] if numbers else 0"),
            wrong("no-empty", "def solve(numbers): return max(numbers)", Verdict.RUNTIME_ERROR),
            wrong("from-zero", "def solve(numbers):\n    m = 0\n    for n in numbers: m = max(m, n)\n    return m"),
            wrong("slow", "def solve(numbers): return sorted(numbers)[-1]", Verdict.TOO_SLOW_TO_GROW),
        ),
    )  # fmt: skip


OWN = Cases(
    function="solve",
    cases=(
        Case(id="falling", args=([3, 1],), returns=3),
        Case(id="empty", args=([],), returns=0),
        Case(id="smallest", args=([3, 1],), returns=1),
        Case(id="text", args=(7,), returns=7),
    ),
)


def test_it_counts_the_mistakes_that_are_caught_and_names_which_test_catches_them(lab: Lab) -> None:
    told = lab.tests(largest(), OWN, Language.PYTHON)
    assert told.wrongs == ("last", "no-empty", "from-zero")
    assert told.caught == ("last", "no-empty")
    assert {test.name: test.catches for test in told.tests} == {
        "falling": ("last",), "empty": ("no-empty",), "smallest": (), "text": (),
    }  # fmt: skip


def test_a_test_that_is_wrong_itself_is_told_and_catches_nothing(lab: Lab) -> None:
    mistaken = {test.name: test.mistake for test in lab.tests(largest(), OWN, Language.PYTHON).mistaken}
    assert mistaken["smallest"] == "it expects 1, and the reference returns 3"
    assert mistaken["text"].startswith("the reference does not take this input: ")
    assert len(mistaken) == 2


def test_it_uses_the_exercise_s_own_way_to_compare(lab: Lab) -> None:
    exercise = largest()
    loose = replace(exercise.parts[0].cases, checker=Checker(kind=Comparison.FLOATS, absolute=5))
    near = replace(OWN, cases=(Case(id="near", args=([3, 1],), returns=1),))
    told = lab.tests(replace(exercise, parts=(part_of(loose),)), near, Language.PYTHON)
    assert (told.mistaken, told.caught) == ((), ())


def test_no_tests_catch_nothing(lab: Lab) -> None:
    told = lab.tests(largest(), Cases(function="solve", cases=()), Language.PYTHON)
    assert (told.tests, told.caught, told.fault) == ((), (), "")


def test_a_reference_that_does_not_compile_is_told_as_a_fault(lab: Lab) -> None:
    broken = replace(largest(), reference={Language.PYTHON: "def solve("})
    assert "solution.py:1" in lab.tests(broken, OWN, Language.PYTHON).fault


def test_in_node_the_reference_of_node_is_asked(node: Lab) -> None:
    told = node.tests(largest(), replace(OWN, cases=OWN.cases[:3]), Language.NODE)
    assert [test.name for test in told.mistaken] == ["smallest"]
    assert told.caught == ("last", "no-empty")
