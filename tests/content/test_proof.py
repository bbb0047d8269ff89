"""Proof: the samples are given to an engine, and each expectation that is not met is a fault."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from greenroom.content import Fault, check
from greenroom.core.evidence import Absence, Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.question import Question
from greenroom.core.rubric import Rubric
from greenroom.core.scorecard import score

QUESTION = "questions/an-outage-you-handled/question.yaml"
RUBRIC = "rubrics/an-outage-you-handled.yaml"
STRONG = "questions/an-outage-you-handled/samples/strong.md"
WEAK = "questions/an-outage-you-handled/samples/weak.md"
SIGNS = {"I found": "cause_found", "I set": "first_person_action", "Since then": "lasting_change"}


def plain_review(question: Question, rubric: Rubric, answer: str) -> Iterator[Finding]:
    """A small honest engine: it finds three kinds of evidence, one point and the lack of a result, by their words."""
    text = " ".join(answer.split()).replace("read the gate's log and found", "I found")
    for words, code in SIGNS.items():
        start = text.find(words)
        if start >= 0:
            quote = Quote(start=start, end=start + len(words), text=words)
            yield Finding(code=code, tone=Tone.STRENGTH, evidence=quote)
    if "before any alert" in text:
        quote = Quote(start=0, end=1, text=text[0])
        yield Finding(code="point_mentioned", tone=Tone.NOTE, evidence=quote, point="who-noticed")
    if "since then" not in text.casefold():
        yield Finding(code="missing_result", tone=Tone.GAP, evidence=Absence(expected="result"))


def silent_review(question: Question, rubric: Rubric, answer: str) -> Iterator[Finding]:
    """An engine that stops at every answer."""
    yield Finding(code="too_short", tone=Tone.NOTE, evidence=Absence(expected="words"), severity=3)


def proved(root: Path, review=plain_review) -> list[Fault]:
    return check(root, date(2026, 11, 20), review, score)


def test_samples_that_get_what_they_should_are_no_fault(room):
    assert proved(room.root) == []


@pytest.mark.parametrize(
    "file, old, new, field, stands, says",
    [
        (STRONG, "Since then", "After that", "proof.strong.finds[1]", "finds: [cause", "does not get lasting_change"),
        (STRONG, "Since then", "After that", "proof.strong.never[0]", "never:", "gets missing_result"),
        (STRONG, "before any alert did", "early", "proof.strong.covers[0]", "covers:", "does not cover who-noticed"),
        (WEAK, "We had", "Since then we had", "proof.weak.finds[0]", "finds: [missing", "does not get missing_result"),
        (
            WEAK,
            "We had",
            "I found and I set. We had",
            "proof.weak.bands.trail",
            "trail: [1, 2]",
            "gets band 3 on trail, and 1 to 2",
        ),
    ],
)
def test_an_expectation_that_is_not_met_is_a_fault_at_its_place(room, file, old, new, field, stands, says):
    room.edit(file, old, new)

    found = {fault.field: fault for fault in proved(room.root) if fault.code == "proof"}

    assert says in found[field].message
    assert found[field].file == QUESTION
    assert found[field].line == room.line(QUESTION, stands)


def test_a_sample_that_is_not_scored_is_a_fault(room):
    messages = {fault.message for fault in proved(room.root, silent_review)}

    assert "the strong sample is not scored (too_short)" in messages


def test_a_question_that_is_not_served_is_not_proved(room):
    room.write(RUBRIC, "id: [")

    assert {fault.code for fault in proved(room.root)} == {"unreadable"}


def test_half_an_engine_is_refused(room):
    with pytest.raises(ValueError, match="both review and score"):
        check(room.root, date(2026, 11, 20), plain_review)
