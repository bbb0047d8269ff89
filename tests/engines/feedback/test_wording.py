"""Wording: data, one entry for each code, filled with the candidate's words and never taken for markup."""

import json
from dataclasses import replace
from pathlib import Path

from greenroom.core.evidence import Absence, Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.rubric import EvidenceKind
from greenroom.core.scorecard import GUARDS
from greenroom.engines import feedback
from greenroom.engines.feedback import wording

from .given import FULL, STORY_RUBRIC, WITHOUT_RESULT, findings
from .hostile import CASES

BOOK = json.loads((Path(feedback.__file__).parent / "advice.json").read_text("utf-8"))


def test_every_kind_of_evidence_and_every_guard_has_its_words():
    assert {kind.value for kind in EvidenceKind} <= set(BOOK)
    assert set(BOOK) >= GUARDS


def test_everything_that_is_said_in_the_tests_has_words_of_its_own():
    for answer in [FULL, WITHOUT_RESULT, *(case[1] for case in CASES)]:
        for finding in findings(answer):
            said = wording(finding, STORY_RUBRIC)
            assert said.title
            assert said.title != BOOK["unknown"]["title"]
            assert "{" not in said.title + said.body + said.try_next
            if finding.tone is Tone.GAP:
                assert said.try_next


def test_no_body_repeats_the_words_that_stand_above_it():
    assert not [code for code, entry in BOOK.items() if "{quote}" in entry["body"]]


def test_no_two_codes_advise_the_same():
    advice = [entry["try_next"] for entry in BOOK.values() if entry["try_next"]]
    assert len(advice) == len(set(advice))


def test_a_name_with_braces_stays_as_typed():
    quote = Quote(start=0, end=12, text="{point} {0!r}")
    finding = Finding(code="copied_text", tone=Tone.NOTE, evidence=quote, advice="copied_text", point="{point} {0!r}")
    assert "{point} {0!r}" in wording(finding, STORY_RUBRIC).title


def test_a_missing_point_is_worded_with_its_text_and_follow_up():
    missing = Finding(
        code="point_missing", tone=Tone.GAP, evidence=Absence(expected="check"), advice="point_missing", point="check"
    )
    said = wording(missing, STORY_RUBRIC)
    assert said.title == "How did you make sure that it stayed fixed?"
    assert "how the fix was checked" in said.body


def test_a_missing_point_without_a_question_is_named_in_small_letters():
    plain = replace(STORY_RUBRIC, points=tuple(replace(point, follow_up="") for point in STORY_RUBRIC.points))
    missing = Finding(
        code="point_missing", tone=Tone.GAP, evidence=Absence(expected="check"), advice="point_missing", point="check"
    )
    assert wording(missing, plain).title == "No word of: how the fix was checked"


def test_what_is_unsure_is_worded_as_a_question():
    asked = Finding(
        code="missing_result", tone=Tone.GAP, evidence=Absence(expected="result"), advice="missing_result", asks=True
    )
    assert wording(asked, STORY_RUBRIC).title.endswith("?")
