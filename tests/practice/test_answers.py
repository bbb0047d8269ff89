"""Answers: given, kept, shown to their owner alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from greenroom.core.question import Level
from greenroom.practice import answers, drafts
from greenroom.practice.errors import NotHere
from greenroom.records.models import Answer

SLUG = "complex-technical-problem"


def test_an_answer_is_kept_with_the_digests_of_what_it_met(alice, strong):
    sheet = answers.give(alice, SLUG, strong, predicted=4, seconds=180)
    row = Answer.objects.get(id=sheet.id)
    assert row.candidate == alice
    assert len(row.question_digest) == len(row.rubric_digest) == 64
    assert row.engine_version == sheet.engine_version
    assert (row.predicted, row.seconds, row.words) == (4, 180, len(strong.split()))


def test_a_form_that_is_sent_twice_is_one_answer(alice, bob, strong):
    first = answers.give(alice, SLUG, strong, once=True)
    assert [answers.give(alice, SLUG, strong, once=True).id for _ in range(3)] == [first.id] * 3
    assert answers.give(bob, SLUG, strong, once=True).id != first.id
    assert answers.give(alice, SLUG, strong, once=True, level=Level.SENIOR).id != first.id


def test_the_same_words_given_again_later_are_a_second_try(alice, strong):
    first = answers.give(alice, SLUG, strong)
    Answer.objects.filter(id=first.id).update(given_at=timezone.now() - timedelta(minutes=1))
    assert answers.give(alice, SLUG, strong, once=True).id != first.id


def test_what_is_shown_later_is_what_was_shown_at_once(alice, strong):
    given = answers.give(alice, SLUG, strong)
    opened = answers.open(alice, given.id)
    assert opened.scorecard == given.scorecard
    assert opened.review == given.review
    assert not opened.content_changed


def test_an_answer_says_when_the_question_has_changed_since(alice, strong):
    given = answers.give(alice, SLUG, strong)
    Answer.objects.filter(id=given.id).update(rubric_digest="0" * 64)
    assert answers.open(alice, given.id).content_changed


def test_somebody_elses_answer_is_the_same_as_none(alice, bob, strong):
    given = answers.give(alice, SLUG, strong)
    with pytest.raises(NotHere) as theirs:
        answers.open(bob, given.id)
    with pytest.raises(NotHere) as none:
        answers.open(bob, given.id + 1000)
    assert str(theirs.value) == str(none.value)


def test_an_unknown_question_names_the_nearest(alice):
    with pytest.raises(NotHere) as missing:
        answers.give(alice, "complex-technical-problm", "text")
    assert missing.value.nearest == SLUG


def test_an_empty_answer_is_told_so_and_not_kept(alice):
    sheet = answers.give(alice, SLUG, " \n ")
    assert sheet.id is None
    assert not sheet.scorecard.scored
    assert not Answer.objects.exists()


def test_giving_an_answer_forgets_the_draft(alice, strong):
    drafts.keep(alice, SLUG, "half a thou")
    answers.give(alice, SLUG, strong)
    assert drafts.read(alice, SLUG) == ""


def test_a_second_try_follows_the_first(alice, strong):
    first = answers.give(alice, SLUG, "We had an issue with the system and the team fixed it. " * 4)
    second = answers.give(alice, SLUG, strong, follows=first.id)
    assert Answer.objects.get(id=second.id).follows_id == first.id
    assert [t.id for t in second.tries] == [first.id, second.id]


def test_a_try_cannot_follow_somebody_elses(alice, bob, strong):
    theirs = answers.give(alice, SLUG, strong)
    own = answers.give(bob, SLUG, strong, follows=theirs.id)
    assert Answer.objects.get(id=own.id).follows_id is None
    assert [t.id for t in own.tries] == [own.id]


@pytest.mark.parametrize("predicted,kept", [(0, None), (1, 1), (5, 5), (6, None), (None, None)])
def test_a_prediction_is_a_band_or_nothing(alice, strong, predicted, kept):
    sheet = answers.give(alice, SLUG, strong, predicted=predicted)
    assert Answer.objects.get(id=sheet.id).predicted == kept


@pytest.mark.parametrize(
    "odd", ["a\x00b " * 30, "\u202eright to left " * 30, "😀 " * 40, "\ud800 lone " * 30, "x" * 36_000]
)
def test_odd_text_is_kept_and_opens_again(alice, odd):
    given = answers.give(alice, SLUG, odd)
    opened = answers.open(alice, given.id)
    assert len(opened.text) == len(odd)
    assert "\x00" not in opened.text


def test_history_is_newest_first_and_only_ones_own(alice, bob, strong):
    first = answers.give(alice, SLUG, strong)
    second = answers.give(alice, "tell-me-about-yourself", strong)
    answers.give(bob, SLUG, strong)
    assert [card.id for card in answers.history(alice)] == [second.id, first.id]


def test_history_takes_one_query_however_long(alice, strong, django_assert_num_queries):
    for _ in range(3):
        answers.give(alice, SLUG, strong)
    with django_assert_num_queries(1):
        answers.history(alice)


def test_a_long_history_is_whole_and_comes_in_parts(alice, strong):
    ids = [answers.give(alice, SLUG, strong).id for _ in range(5)]
    first = answers.history(alice, limit=2)
    rest = answers.history(alice, before=first[-1].id)
    assert [card.id for card in (*first, *rest)] == ids[::-1]
    assert answers.total(alice) == 5


def test_the_opening_in_a_list_cannot_turn_the_page_around(alice, strong):
    answers.give(alice, SLUG, f"\u202eabc {strong}")
    assert "\u202e" not in answers.history(alice)[0].opening
