"""What is stated must be there: sentences with the words of a kind and without its substance are never praised."""

import pytest

from greenroom.core.finding import Tone
from greenroom.engines.feedback.evidence.ways import said, ways
from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.sentences import sentences

from .given import SHORT_AND_STRONG, findings

BEFORE = "Last year our booking service for a theatre failed every Friday evening and people called the box office. "


def praised(sentence):
    found = findings(BEFORE + sentence + " It was a busy time for all of us there.")
    return {f.code for f in found if f.tone is Tone.STRENGTH and f.evidence.text in sentence}


@pytest.mark.parametrize(
    "code,sentence",
    [
        ("first_person_action", "I always give one hundred percent."),
        ("first_person_action", "I also know about fintech and many other fields."),
        ("first_person_action", "Expired holds went from 2 percent to almost nothing."),
        ("verification_step", "We should add more tests and better monitoring."),
        ("data_design", "The data is always consistent in our systems."),
        ("named_component", "The customers can't log in on Monday mornings."),
        ("named_component", "It was eight months into my first job."),
        ("user_evidence", "I thought a farmer gets paid by the litre."),
        ("user_evidence", "It takes two clicks in support."),
        ("lasting_change", "Since then we communicate better."),
        ("failure_handling", "There is a default of 20, and you use LIMIT and OFFSET."),
        ("failure_handling", "PUT and DELETE are idempotent."),
        ("learning", "Usually a slow query means a missing index."),
        ("cause_found", "Amazon found that every second costs sales."),
    ],
)
def test_the_words_of_a_kind_alone_are_not_praised(code, sentence):
    assert code not in praised(sentence)


def test_an_unsure_kind_is_noted_and_a_sure_one_praised():
    found = findings(SHORT_AND_STRONG)
    assert all(f.confidence >= 0.7 for f in found if f.tone is Tone.STRENGTH)


def test_every_weighed_kind_has_its_ways_and_they_give_a_place():
    assert len(ways()) == 14
    copy = plain("it turned out that the clock was late")
    names, span = said("cause_found", copy.low, sentences(copy)[0])
    assert "sure" in names
    assert span is not None
    assert span[0] == 0
