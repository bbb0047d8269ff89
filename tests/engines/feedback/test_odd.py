"""Odd and hostile answers get what they must, and honest ones that look odd score."""

import pytest

from greenroom.core.finding import Tone

from .given import bands, card, codes, findings, praise
from .odd import CONTROLS, REFUSED, TEN_RESULTS, TOLD, TWO_LANGUAGES


@pytest.mark.parametrize("name,answer,reason", REFUSED, ids=[case[0] for case in REFUSED])
def test_what_cannot_be_judged_says_why_and_is_not_praised(name, answer, reason):
    assert card(answer).reason == reason
    assert not praise(answer)


@pytest.mark.parametrize("name,answer,code", TOLD, ids=[case[0] for case in TOLD])
def test_what_is_odd_in_a_real_answer_is_told_and_the_answer_is_scored(name, answer, code):
    assert code in codes(answer)
    assert card(answer).scored


@pytest.mark.parametrize("name,answer,least", CONTROLS, ids=[case[0] for case in CONTROLS])
def test_an_honest_answer_in_an_odd_dress_scores(name, answer, least):
    assert card(answer).scored
    assert max(bands(answer).values()) >= least


def test_there_are_enough_of_them():
    assert len(REFUSED) + len(TOLD) >= 60
    assert len(CONTROLS) >= 25


def test_ten_results_in_one_sentence_count_once():
    found = [f for f in findings(TEN_RESULTS) if f.tone is Tone.STRENGTH and f.code == "quantified_result"]
    assert len(found) <= 1
    assert max(bands(TEN_RESULTS).values(), default=1) <= 3


def test_two_languages_in_one_answer_are_read_as_far_as_they_are_english():
    assert card(TWO_LANGUAGES).scored
    assert all("Sperre" not in f.evidence.text for f in praise(TWO_LANGUAGES))
