"""The pure parts of the judge: values, comparisons, differences, the cases file."""

import json
from typing import Any

import pytest

from greenroom.codec.cases import only, read_cases, with_sources, without_custom
from greenroom.codec.unreadable import Unreadable
from greenroom.core.case import Checker, Comparison
from greenroom.engines.judge.compare import same_text, same_value
from greenroom.engines.judge.difference import of_texts, of_values
from greenroom.engines.judge.values import NotAValue, parsed

CASE = {"id": "a", "args": [1], "returns": 1}


@pytest.mark.parametrize(
    "data",
    [b"", b"NaN", b"[Infinity]", b"1e999", b"[" * 201 + b"]" * 201, b"9" * 401, b'{"a": 1, "a": 2}', b'"\xff"', b"1 2"],
)
def test_it_refuses_what_is_no_value(data: bytes) -> None:
    with pytest.raises(NotAValue):
        parsed(data)


@pytest.mark.parametrize("value", [None, True, "[[[" * 300, "9" * 500, '"\\' * 9, {"a": [1.5]}, 10**300])
def test_it_reads_values(value: Any) -> None:
    assert parsed(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    "kind, expected, actual, same",
    [
        ("exact", 1, 1.0, True),
        ("exact", 1, True, False),
        ("exact", [1], [True], False),
        ("exact", {"a": None}, {}, False),
        ("exact", "1", 1, False),
        ("exact", [1, 2], [2, 1], False),
        ("floats", [0.3], [0.1 + 0.2], True),
        ("floats", 0.3, 0.31, False),
        ("floats", 10**400, 1.5, False),
        ("multiset", [1, 2, 2], [2, 1, 2], True),
        ("multiset", [1, 2, 2], [1, 1, 2], False),
        ("multiset", [[1, 2]], [[2, 1]], False),
        ("multiset", [{"a": 1}, {"b": [2]}], [{"b": [2]}, {"a": 1}], True),
        ("unordered", {"a": [1, [2, 3]]}, {"a": [[3, 2], 1]}, True),
        ("unordered", [1, 1, 2], [1, 2, 2], False),
        ("unordered", [1.0, True], [True, 1], True),
        ("unordered", [1], [True], False),
        ("multiset", [], [k * (2**61 - 1) for k in range(40000)], False),  # numbers whose hashes all collide
        ("tokens", "a  b\n", "a b", True),
    ],
)
def test_it_compares_values(kind: str, expected: Any, actual: Any, same: bool) -> None:
    assert same_value(expected, actual, Checker(kind=Comparison(kind))) is same


@pytest.mark.parametrize(
    "kind, expected, actual, same",
    [
        ("exact", "a\n", "a", True),
        ("exact", "a", "a\n\n", False),
        ("exact", "a b", "a  b", False),
        ("tokens", "a b", "a\n b", True),
        ("floats", "x 0.3", "x 0.30000000000000004", True),
        ("floats", "x 0.3", "y 0.3", False),
        ("multiset", "a\nb", "b\na", True),
    ],
)
def test_it_compares_texts(kind: str, expected: str, actual: str, same: bool) -> None:
    assert same_text(expected, actual, Checker(kind=Comparison(kind))) is same


def test_it_names_the_first_difference() -> None:
    assert of_values([1, 2], [1, 2, 3]) == "expected 2 items, got 3"
    assert of_values({"a": 1}, {}) == 'the key "a" is missing'
    assert of_values({}, {"a": 1}) == 'the key "a" should not be there'
    assert of_texts("a\nb", "a\nc") == 'line 2: expected "b", got "c"'


@pytest.mark.parametrize(
    "change, told",
    [
        ({"cases": []}, "at least one"),
        ({"version": 2}, "write 1"),
        ({"function": "a b"}, "no name"),
        ({"cases": [CASE, CASE]}, "id of its own"),
        ({"cases": [{"id": "a", "args": [1]}]}, "write returns"),
        ({"cases": [CASE | {"output": "1"}]}, "leave output out"),
        ({"function": ""}, "leave args out"),
        ({"limits": {"cpu_s": 0}}, "above 0"),
        ({"checker": {"kind": "close"}}, "close"),
        ({"cased": []}, "cased"),
        ({"checker": {"kind": "custom"}}, "no such name"),
        ({"checker": {"kind": "custom", "file": "../check.py"}}, "no such name"),
        ({"checker": {"kind": "exact", "file": "check.py"}}, "only custom reads a file"),
        ({"checker": {"kind": "custom", "file": "check.py", "source": "x"}}, "leave source out"),
    ],
)
def test_it_says_what_is_wrong_with_a_cases_file(change: dict[str, Any], told: str) -> None:
    with pytest.raises(Unreadable, match=told):
        read_cases(json.dumps({"version": 1, "function": "f", "cases": [CASE]} | change))


def test_it_chooses_one_case() -> None:
    exercise = read_cases(json.dumps({"version": 1, "function": "f", "cases": [CASE, CASE | {"id": "b"}]}))
    chosen = only(exercise, "b")
    assert chosen is not None
    assert [case.id for case in chosen.cases] == ["b"]
    assert only(exercise, "c") is None


def test_a_custom_checker_needs_the_folder_of_an_exercise() -> None:
    text = json.dumps(
        {"version": 1, "function": "f", "checker": {"kind": "custom", "file": "check.py"}, "cases": [CASE]}
    )
    cases = read_cases(text)
    with pytest.raises(Unreadable, match="exercises only"):
        without_custom(cases)
    assert with_sources(cases, lambda file: f"# {file}").checker.source == "# check.py"
