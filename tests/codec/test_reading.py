"""Reading is strict: nothing is guessed, and every problem is told at once with its place."""

from datetime import UTC, date, datetime

import pytest

from greenroom.codec import Unreadable, dump, read, spell
from greenroom.core.evidence import Absence, Measurement, Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.guide import Company, Pair, Passage
from greenroom.core.question import Expectation, InterviewType
from greenroom.core.rubric import Expects
from greenroom.core.source import Source

TYPE = {"slug": "a", "name": "b", "one_line": "c"}
SOURCE = {"title": "T", "address": "page:x", "kind": "news", "dated": "2026", "read": "2026-01-31"}
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
QUOTE = {"kind": "quote", "start": 0, "end": 3, "text": "I d"}


def problems(kind: type, data: object) -> dict[str, str]:
    with pytest.raises(Unreadable) as refused:
        read(kind, data)
    return {spell(path): message for path, message in refused.value.problems}


@pytest.mark.parametrize(
    "value, says",
    [
        (False, "was read as false; quote it"),  # no
        (1.1, "was read as the number 1.1; quote it"),  # 1.10
        (750, "was read as the number 750; quote it"),  # 12:30
        (None, "is empty"),
        (["a"], "must be text"),
        ({"a": "b"}, "must be text"),
    ],
)
def test_text_is_never_made_from_anything_else(value, says):
    assert says in problems(InterviewType, TYPE | {"name": value})["name"]


def test_a_bare_off_is_named_for_what_yaml_makes_of_it():
    assert problems(Expects, {"task": False})["task"].startswith("was read as false; quote it")


@pytest.mark.parametrize("value", [True, "3", 3.5, 3.0, None, [3]])
def test_a_whole_number_is_never_made_from_anything_else(value):
    assert "evidence.start" in problems(Finding, {"code": "x", "tone": "gap", "evidence": QUOTE | {"start": value}})


@pytest.mark.parametrize("value", ["2026-1-31", "31 January 2026", 20260131, NOON, True])
def test_a_day_is_only_a_day(value):
    assert "write it like 2026-01-31" in problems(Source, SOURCE | {"read": value})["read"]


def test_a_day_may_be_a_date_as_yaml_gives_it():
    assert read(Source, SOURCE | {"read": date(2026, 1, 31)}).read == date(2026, 1, 31)


def test_all_problems_are_told_at_once():
    found = problems(InterviewType, {"slug": 1, "nam": "b"})

    assert found == {
        "slug": "must be text, and was read as the number 1; quote it",
        "name": "is missing; add it",
        "one_line": "is missing; add it",
        "nam": "is not a field that is known here; did you mean name?",
    }


def test_every_message_says_what_to_do():
    layer = {"by_level": [{"level": "jr", "text": [{"say": 1}]}], "stages": 5, "sources": [], "checklist": [7], "x": 1}
    data = {"company": [], "role": "r", "lead": None, "checked": "soon", "layer": layer}

    assert all("; " in message for message in problems(Pair, data).values())
    assert len(problems(Pair, data)) == 9


def test_an_unknown_value_lists_the_known_ones():
    message = problems(Passage, {"say": "x", "confidence": "certain"})["confidence"]

    assert "'high', 'medium' or 'low'" in message


def test_a_pair_of_numbers_is_exactly_two():
    found = problems(Expectation, {"bands": {"short": [1], "long": [1, 2, 3]}})

    assert set(found) == {"bands.short[1]", "bands.long"}


@pytest.mark.parametrize(
    "data, place, says",
    [
        ({1: "a"}, "", "has the key 1"),
        ({"a": {False: "b"}}, "a", "has the key False"),
        ({"a": [float("inf")]}, "a[0]", "is not a number"),
        ({"a": 2**63}, "a", "is not a number"),
        ({"a": {"b"}}, "a", "is a set"),
        ({"a": b"b"}, "a", "is a bytes"),
        ({"a": "\ud800"}, "a", "half of a two-part character"),
    ],
)
def test_what_json_cannot_hold_is_refused_with_its_place(data, place, says):
    assert says in problems(InterviewType, data)[place]


def test_a_list_within_itself_is_refused():
    endless: list[object] = []
    endless.append(endless)

    assert any("nested too deeply" in message for message in problems(InterviewType, endless).values())


@pytest.mark.parametrize(
    "evidence",
    [Quote(start=0, end=1, text="a"), Absence(expected="result"), Measurement(what="length", value=3.0, unit="words")],
)
def test_evidence_is_read_by_its_kind(evidence):
    finding = Finding(code="x", tone=Tone.NOTE, evidence=evidence)

    assert type(read(Finding, dump(finding)).evidence) is type(evidence)


@pytest.mark.parametrize(
    "evidence, place, says",
    [
        ({"expected": "result"}, "evidence", "does not say its kind"),
        ({"kind": "rumour", "expected": "result"}, "evidence", "write one of 'quote', 'absence', 'measurement'"),
        (QUOTE | {"expected": "result"}, "evidence.expected", "is not a field"),
        ({"kind": "quote", "start": 0, "end": 1}, "evidence.text", "is missing"),
    ],
)
def test_evidence_of_another_kind_is_one_problem_at_its_place(evidence, place, says):
    found = problems(Finding, {"code": "x", "tone": "note", "evidence": evidence})

    assert list(found) == [place]
    assert says in found[place]


def test_a_place_is_spelt_as_authors_write_it():
    assert spell(("stages", 0, "what", 1, "say")) == "stages[0].what[1].say"
    assert spell((0, "slug")) == "[0].slug"
    assert spell(()) == ""


def test_the_text_of_the_error_holds_every_problem():
    with pytest.raises(Unreadable, match=r"the document: must be a mapping of fields"):
        read(Company, "text")
