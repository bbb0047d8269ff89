"""Opinions: kept, changeable, one's own; they move no band."""

import pytest

from greenroom.practice import answers, opinions
from greenroom.practice.errors import NotHere
from greenroom.records.models import Opinion

SLUG = "complex-technical-problem"


@pytest.fixture
def given(alice, strong):
    return answers.give(alice, SLUG, strong)


def place_of(sheet, code: str) -> int:
    return next(n for n, f in enumerate(sheet.scorecard.findings) if f.code == code)


def test_an_opinion_is_kept_with_its_reason(alice, given):
    opinions.say(alice, given.id, 0, "wrong", "that is a build number")
    assert opinions.on(alice, given.id)[0] == opinions.OpinionSheet(
        place=0, says="wrong", reason="that is a build number"
    )


def test_a_later_opinion_takes_the_place_of_the_first_and_can_be_taken_back(alice, given):
    opinions.say(alice, given.id, 0, "wrong")
    opinions.say(alice, given.id, 0, "right")
    assert opinions.on(alice, given.id)[0].says == "right"
    opinions.say(alice, given.id, 0, "")
    assert opinions.on(alice, given.id) == {}


def test_an_opinion_changes_no_band_and_no_finding(alice, given):
    opinions.say(alice, given.id, 0, "wrong")
    assert answers.open(alice, given.id).scorecard == given.scorecard
    assert answers.look(SLUG, given.text).scorecard == given.scorecard


def test_a_missing_point_can_be_said_to_be_covered_and_nothing_else_can(alice):
    thin = answers.give(
        alice,
        SLUG,
        "I moved the nightly report to a new queue and it has been on time since then. " + "I checked it. " * 5,
    )
    missing = place_of(thin, "point_missing")
    opinions.say(alice, thin.id, missing, "covered", "it is what I mean by moved")
    assert opinions.on(alice, thin.id)[missing].says == "covered"
    other = next(n for n, f in enumerate(thin.scorecard.findings) if f.code != "point_missing")
    with pytest.raises(NotHere):
        opinions.say(alice, thin.id, other, "covered")


@pytest.mark.parametrize("place,says", [(9_999, "wrong"), (-1, "wrong"), (0, "splendid")])
def test_what_is_not_there_or_not_sayable_is_refused(alice, given, place, says):
    with pytest.raises(NotHere):
        opinions.say(alice, given.id, place, says)


def test_nobody_judges_findings_on_anothers_answer(bob, given):
    with pytest.raises(NotHere):
        opinions.say(bob, given.id, 0, "wrong")
    assert opinions.on(bob, given.id) == {}


def test_doubts_are_the_kinds_marked_wrong_more_often_than_right(alice, bob, given, strong):
    other = answers.give(bob, SLUG, strong)
    opinions.say(alice, given.id, 0, "wrong")
    opinions.say(bob, other.id, 0, "wrong")
    different = next(n for n, f in enumerate(given.scorecard.findings) if f.code != given.scorecard.findings[0].code)
    opinions.say(alice, given.id, different, "right")
    (doubt,) = opinions.doubts()
    assert (doubt.code, doubt.wrong, doubt.right) == (given.scorecard.findings[0].code, 2, 0)


def test_a_doubt_carries_nobodys_words(alice, given):
    opinions.say(alice, given.id, 0, "wrong", "my secret reason")
    assert "secret" not in str(opinions.doubts())
    assert Opinion.objects.get().reason == "my secret reason"
