"""A candidate's own tests as text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greenroom.codec import Unreadable
from greenroom.codec.own_tests import MOST, read_own_tests, write_own_tests
from greenroom.core.case import Case

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda s: st.lists(s) | st.dictionaries(st.text(), s)
)


def test_a_line_is_a_test_and_a_comment_is_none():
    text = '# mine\n\n  two seats : [2, [["book", "a -> b", 1]]]  ->  ["booked"]\nempty: [] -> null\n'
    cases = read_own_tests(text, "run")

    assert cases.function == "run"
    assert [case.id for case in cases.cases] == ["two seats", "empty"]
    assert cases.cases[0].args == (2, [["book", "a -> b", 1]])
    assert (cases.cases[0].returns, cases.cases[1].returns) == (["booked"], None)


@pytest.mark.parametrize(
    "line, says",
    [
        ("[1] -> 2", "has no name"),
        ("a: [1]", "write ->"),
        ("a: 1 -> 2", "no list"),
        ("a: ['x'] -> 2", "double quotes"),
        ("a: [1] -> yes", "double quotes"),
        ("a: [1] -> 2 3", "follows"),
        ("a: [NaN] -> 2", "JSON"),
        ("a: [1] -> " + "[" * 50_000, "JSON"),
    ],
)
def test_a_line_that_is_no_test_is_told_with_its_number(line, says):
    with pytest.raises(Unreadable) as refused:
        read_own_tests(f"ok: [] -> 1\n{line}", "run")
    (problem,) = refused.value.problems
    assert str(problem).startswith("line 2: ")
    assert says in problem.message


def test_two_tests_of_one_name_and_too_many_are_refused():
    with pytest.raises(Unreadable, match="earlier test"):
        read_own_tests("a: [] -> 1\na: [] -> 2", "run")
    with pytest.raises(Unreadable, match="at most"):
        read_own_tests("\n".join(f"a{n}: [] -> 1" for n in range(MOST + 1)), "run")
    with pytest.raises(Unreadable, match="longer"):
        read_own_tests("#" * 100_000, "run")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(json_values), json_values)
def test_what_is_written_is_read_back(args, returns):
    case = Case(id="a case", args=tuple(args), returns=returns, about="What it asks.")
    text = write_own_tests([case], above="Yours.\nAll of it.")

    (again,) = read_own_tests(text, "run").cases
    assert (again.id, list(again.args), again.returns) == ("a case", args, returns)
