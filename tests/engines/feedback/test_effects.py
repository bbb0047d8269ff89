"""Effects: what came about is found in many voices; efforts, limits, plans and wishes are none."""

import pytest

from greenroom.engines.feedback import review
from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.numbers import numbers
from greenroom.engines.feedback.sentences import sentences

from .given import QUESTION, STORY_RUBRIC

STORY = (
    "Last winter the letters of our library went out with wrong dates. My lead gave me two weeks for it. I compared the"
    " calendar file with the printed letters and found a shifted time zone. I rewrote the import. "
)
SURE = 0.7


def stated(sentence: str) -> set[str]:
    """Effects stated on a sentence at the end of a story."""
    text = STORY + sentence
    found = [f for f in review(QUESTION, STORY_RUBRIC, text) if f.confidence >= SURE and f.evidence.kind == "quote"]
    effects = {"result_stated", "quantified_result", "before_and_after"}
    return {f.code for f in found if f.code in effects and f.evidence.start >= len(STORY) - 1}


@pytest.mark.parametrize(
    "sentence",
    [
        "Of 310 statements four had to be corrected afterwards, in the run before it were 19.",
        "The wrong dates dropped from 40 a month to 2.",
        "The import takes twelve minutes now, down from two hours.",
    ],
)
def test_an_effect_with_its_size_is_stated(sentence):
    assert {"result_stated", "quantified_result"} <= stated(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Keys expire after 48 hours.",
        "It gets a timeout of four seconds.",
        "I posted an update every ten minutes.",
        "We told the 12 people.",
        "I'd rehearse in month two today instead of month seven.",
        "I am looking at 70 to 78 thousand.",
        "The query has a limit of 50.",
        "It took me three days to build.",
        "I never miss a deadline.",
        "In the end we improved various things.",
    ],
)
def test_efforts_limits_plans_and_wishes_are_not_stated_as_a_measured_effect(sentence):
    assert not stated(sentence) & {"quantified_result", "before_and_after"}


@pytest.mark.parametrize(
    "said,value",
    [
        ("97,5% of calls", 97.5),
        ("3 100 calls", 3100.0),
        ("1.200 euros", 1200.0),
        ("about 1.900 fields", 1900.0),
        ("in 1.4 seconds", 1.4),
        ("0.125 seconds", 0.125),
        ("two lakh rows", 200000.0),
        ("a hundred letters", 100.0),
        ("r$ 41 thousand", 41000.0),
    ],
)
def test_a_number_is_read_as_its_writer_means_it(said, value):
    text = plain(f"After that we had {said} in the log.")
    found = numbers(sentences(text)[0], text.low)
    assert [n.value for n in found] == [value]


@pytest.mark.parametrize("said", ["on 19 december", "by four in the afternoon", "13:40", "two of us"])
def test_dates_times_and_helpers_are_no_quantities(said):
    text = plain(f"It was there {said} and nobody minded.")
    assert numbers(sentences(text)[0], text.low) == ()
