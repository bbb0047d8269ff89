"""The published form of a feedback."""

import json

from greenroom.codec.feedback_form import feedback_form
from greenroom.core.evidence import Absence, Measurement, Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.scorecard import Mark, Scorecard

TEXT = "We had outages 🙂. I would add a queue."


def quoted(code, start, end, tone=Tone.NOTE, **more):
    return Finding(code=code, tone=tone, evidence=Quote(start=start, end=end, text=TEXT[start:end]), **more)


CARD = Scorecard(
    scored=True,
    marks=(Mark(criterion="depth", band=2, low=1, high=3, confidence=0.6),),
    findings=(
        quoted("part_action", 18, 38, confidence=0.7),
        quoted("part_situation", 0, 17, confidence=0.9),
        quoted("hypothetical_answer", 18, 38, Tone.GAP, severity=3, criterion="depth", advice="hypothetical"),
        Finding(code="missing_result", tone=Tone.GAP, evidence=Absence(expected="result")),
        Finding(
            code="too_long", tone=Tone.GAP, evidence=Measurement(what="length", value=812, unit="words", limit=700)
        ),
        quoted("named_component", 31, 37, Tone.STRENGTH, criterion="depth"),
    ),
)


def form(**more):
    return feedback_form(CARD, engine_version="1.0.0", rubric_version="r/v1", next_step="Say what you did.", **more)


def test_the_parts_are_listed_once_in_the_order_of_the_text():
    assert [(s["start"], s["end"], s["label"]) for s in form()["sentences"]] == [
        (0, 17, "situation"),
        (18, 38, "action"),
    ]
    assert not any(f["code"].startswith("part_") for f in form()["findings"])


def test_a_quote_has_a_span_in_code_points():
    finding = form()["findings"][0]
    assert TEXT[slice(*finding["span"])] == finding["evidence"] == "I would add a queue."
    assert finding["missing"] is None


def test_an_absence_says_what_was_looked_for_and_where():
    finding = form()["findings"][1]
    assert (finding["span"], finding["evidence"]) == (None, None)
    assert finding["missing"] == {"expected": "result", "searched": "the whole answer"}


def test_a_measurement_is_put_into_words():
    assert form()["findings"][2]["evidence"] == "length: 812 words (limit 700)"


def test_there_are_four_kinds():
    assert [f["kind"] for f in form()["findings"]] == ["risk", "gap", "gap", "strength"]
    notice = Scorecard(scored=False, reason="too_short", findings=(quoted("truncated", 0, 2),))
    sent = feedback_form(notice, engine_version="1", rubric_version="r/v1", next_step="")
    assert sent["findings"][0]["kind"] == "notice"
    assert (sent["scored"], sent["reason"], sent["criteria"]) == (False, "too_short", [])


def test_the_marks_are_the_criteria():
    assert form()["criteria"] == [{"id": "depth", "band": 2, "low": 1, "high": 3, "confidence": 0.6}]


def test_it_is_the_same_bytes_each_time_and_holds_no_time_unless_given():
    assert json.dumps(form()) == json.dumps(form())
    assert form()["timings_ms"] is None
    assert form(timings_ms={"review": 4.2})["timings_ms"] == {"review": 4.2}
