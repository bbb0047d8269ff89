"""Laws that hold for any answer of the library: deleting, appending, swapping, shouting, and quoting what is there."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.content.library import load
from greenroom.core.evidence import Quote
from greenroom.core.scorecard import score
from greenroom.engines.feedback import review

from .given import FULL, QUESTION, SHORT_AND_STRONG, STORY_RUBRIC
from .odd import CONTROLS
from .test_laws import WAFFLE

LIBRARY = load(Path(__file__).parents[3] / "content")
STRONG = [
    (slug, next(s.text for s in LIBRARY.samples[slug] if s.name == "strong"))
    for slug in ("debugging-in-production", "slow-query", "refunds-and-double-charges", "improving-code-you-inherited",
                 "an-incident-you-handled", "why-this-company", "handling-card-data-and-secrets", "wrong-estimates")
    if slug in LIBRARY.questions
]  # fmt: skip
PIECES = [s for _, text, _ in CONTROLS for s in re.split(r"(?<=[.!?])\s+", text)]


def seen(slug, answer):
    question = LIBRARY.questions[slug]
    return list(review(question, LIBRARY.rubrics[question.rubric], answer))


def marks(slug, answer):
    question = LIBRARY.questions[slug]
    card = score(LIBRARY.rubrics[question.rubric], seen(slug, answer))
    return {mark.criterion: mark.band for mark in card.marks}


@pytest.mark.parametrize("slug,text", STRONG, ids=[slug for slug, _ in STRONG])
def test_waffle_never_raises_a_band_of_a_sample(slug, text):
    before, after = marks(slug, text), marks(slug, text + WAFFLE)
    assert all(after[criterion] <= band for criterion, band in before.items())


@pytest.mark.parametrize("slug,text", STRONG, ids=[slug for slug, _ in STRONG])
def test_capitals_change_no_band_of_a_sample(slug, text):
    assert marks(slug, text.upper()) == marks(slug, text)


@pytest.mark.parametrize("slug,text", STRONG, ids=[slug for slug, _ in STRONG])
def test_without_punctuation_a_sample_keeps_its_bands_within_two(slug, text):
    before, after = marks(slug, text), marks(slug, re.sub(r"[.,;:]", "", text))
    assert all(abs(after[criterion] - band) <= 2 for criterion, band in before.items())


@pytest.mark.parametrize("slug,text", STRONG, ids=[slug for slug, _ in STRONG])
def test_a_sentence_moved_to_the_front_keeps_the_sentences_that_do_not_touch_it(slug, text):
    parts = re.split(r"(?<=[.!?])\s+", text.strip())
    moved = " ".join([parts[-1], *parts[:-1]])
    before, after = marks(slug, " ".join(parts)), marks(slug, moved)
    assert all(abs(after[criterion] - band) <= 1 for criterion, band in before.items())


@pytest.mark.parametrize("one,other", [("Ana", "Oluwaseun"), ("Tom", "Nguyen"), ("Lagos", "Utrecht")])
def test_who_and_where_change_nothing(one, other):
    told = f"In {one} the till froze and {one} kept a list. " + FULL
    assert marks("debugging-in-production", told) == marks("debugging-in-production", told.replace(one, other))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=40), min_size=1, max_size=14))
def test_every_quote_is_what_stands_at_its_place_and_the_same_text_gives_the_same(parts):
    answer = " ".join(parts)
    known = (("sample strong", FULL), ("earlier", SHORT_AND_STRONG))
    found = list(review(QUESTION, STORY_RUBRIC, answer, known))
    for finding in found:
        if isinstance(finding.evidence, Quote):
            assert answer[finding.evidence.start : finding.evidence.end] == finding.evidence.text
    assert found == list(review(QUESTION, STORY_RUBRIC, answer, known))
