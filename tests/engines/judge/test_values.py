"""Values from the candidate's process: strict JSON, and what stands inside a text is never taken for structure."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenroom.engines.judge.values import DEPTH, DIGITS, NotAValue, parsed

TEXTS = st.text(alphabet=st.sampled_from('ab"\\{}[]7é\n'), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=30,
)


@given(VALUES)
def test_every_value_comes_back_as_it_went(value):
    assert parsed(json.dumps(value).encode()) == value


def test_json_inside_texts_does_not_count_as_depth():
    bodies = [json.dumps({"id": f"evt_{n}", "said": 'a "word" {'}) for n in range(DEPTH * 3)]
    assert parsed(json.dumps(bodies).encode()) == bodies


def test_a_text_of_many_digits_is_no_long_number():
    value = {"n": "7" * (DIGITS * 3), "q": '"' + "7" * (DIGITS * 3)}
    assert parsed(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    "data, says",
    [
        (b"[" * (DEPTH + 1) + b"]" * (DEPTH + 1), "nested more than"),
        (b"1" * (DIGITS + 1), "more than 400 digits"),
        (b'["\\"]', "not JSON"),
        (b"NaN", "not a JSON number"),
        (b"1e999", "too large"),
        (b'{"a": 1, "a": 2}', "names a key twice"),
        (b'"\xff"', "not UTF-8"),
    ],
)
def test_what_is_no_value_is_refused(data, says):
    with pytest.raises(NotAValue, match=says):
        parsed(data)
