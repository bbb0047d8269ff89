"""Read, dump and digest: what is written is read back as it was."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greenroom.codec import Unreadable, digest, dump, read
from greenroom.core.code_reading import CodeReading
from greenroom.core.finding import Finding
from greenroom.core.guide import Company, Pair, Pay
from greenroom.core.question import Expectation, InterviewType, Question, Sample
from greenroom.core.rubric import Rubric
from greenroom.core.scorecard import Scorecard
from greenroom.core.source import Source

FACTS = (Finding, CodeReading, Scorecard, Question, Sample, Rubric, Company, Pair, Source)

st.register_type_strategy(int, st.integers(-(2**63) + 1, 2**63 - 1))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(date, st.dates())
facts = st.one_of([st.from_type(fact) for fact in FACTS])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(facts)
def test_what_is_dumped_is_read_back_as_it_was(value):
    stored = json.loads(json.dumps(dump(value)))

    again = read(type(value), stored)

    assert again == value
    assert digest(again) == digest(value)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(facts)
def test_a_digest_is_64_small_hex_digits(value):
    assert re.fullmatch(r"[0-9a-f]{64}", digest(value))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda s: st.lists(s) | st.dictionaries(st.text() | st.integers(), s),
    )
)
@settings(deadline=None)
def test_any_data_is_read_or_refused_with_reasons(data):
    for kind in (Finding, Rubric, InterviewType):
        with pytest.raises(Unreadable) as refused:
            read(kind, data)
        assert all(message for _, message in refused.value.problems)


def test_a_digest_changes_with_every_word_and_not_with_the_order_of_keys():
    kind = InterviewType(slug="a", name="b", one_line="c")
    bands = {"x": (1, 2), "y": (3, 4)}

    assert digest(kind) != digest(replace(kind, one_line="C"))
    assert digest(Expectation(bands=bands)) == digest(Expectation(bands=dict(reversed(bands.items()))))


def test_a_digest_is_the_sha_256_of_canonical_json():
    kind = InterviewType(slug="a", name="ü", one_line="c")

    # printf '{"name":"\\u00fc","one_line":"c","slug":"a"}' | sha256sum
    assert digest(kind) == "18957db85adc09d027196f94256f674b3dca87e749ae90b3c6bb8c6ec1977179"


def test_a_digest_of_what_json_cannot_hold_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        digest({"share": float("nan")})


def test_dates_enums_and_tuples_are_dumped_as_plain_data():
    money = {"place": "Bergen", "role": "developer", "year": "2026", "currency": "NOK", "low": 1}
    pay = read(Pay, money | {"basis": "advertised base", "source": "page", "confidence": "high"})
    source = Source(title="T", address="page:x", kind="news", dated="2026", read=date(2026, 1, 31))

    assert dump(pay)["confidence"] == "high"
    assert dump(source)["read"] == "2026-01-31"
    assert dump((pay, pay))[1]["low"] == 1
    assert dump(Expectation(bands={"a": (1, 2)}))["bands"] == {"a": [1, 2]}
