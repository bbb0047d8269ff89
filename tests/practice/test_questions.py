"""Questions: chosen fairly, shown without their samples."""

import pytest

from greenroom.practice import answers, questions
from greenroom.practice.errors import NotHere

SEED = {"complex-technical-problem", "payments-experience", "security-and-reliability", "new-domain-quickly"}


def test_there_are_at_least_twenty_over_six_types_with_the_four_of_the_seed(alice):
    cards = questions.shelf(alice)
    assert len(cards) >= 20
    assert len({card.type.slug for card in cards}) >= 6
    assert {card.slug for card in cards} >= SEED


def test_a_question_comes_with_why_it_is_asked_and_without_samples(alice):
    sheet = questions.open(alice, "complex-technical-problem")
    assert sheet.question.why
    assert not hasattr(sheet, "samples")


def test_the_next_question_is_the_one_answered_least(alice, strong):
    first = questions.pick(alice, "behavioural").question
    answers.give(alice, first.slug, strong)
    second = questions.pick(alice, "behavioural").question
    assert second.slug != first.slug
    assert second.type == "behavioural"


def test_when_all_are_answered_the_oldest_comes_again(alice, strong):
    slugs = [card.slug for card in questions.shelf(alice, type="payments")]
    for slug in slugs:
        answers.give(alice, slug, strong)
    assert questions.pick(alice, "payments").question.slug == slugs[0]


def test_an_unknown_type_is_not_here(alice):
    with pytest.raises(NotHere):
        questions.pick(alice, "charades")


def test_search_finds_words_of_the_prompt(alice):
    assert "payments-experience" in {card.slug for card in questions.shelf(alice, search="fintech")}
