"""Points: mentioned with a quote, or not found; never judged right or wrong."""

from dataclasses import replace

import pytest

from greenroom.core.evidence import Absence, Quote
from greenroom.core.rubric import Expects, Point, RubricKind

from .given import STORY_RUBRIC, findings

POINT = Point(
    id="same-key",
    text="The client sends the same key with every retry",
    said=(
        "same key on every retry",
        "idempotency key from the client",
        "repeat the request with its id",
        "deduplicate by request id",
    ),
    follow_up="What happens when the answer is lost?",
)
RUBRIC = replace(STORY_RUBRIC, kind=RubricKind.KNOWLEDGE, expects=Expects(), points=(POINT,))
FILLING = " The rest of it is an ordinary service with a table behind it, and a team of four looks after it in turns."


@pytest.mark.parametrize(
    "said",
    [
        "The app keeps one key and sends the same key whenever it retries.",
        "Every client makes its idempotency keys before it sends anything.",
        "We deduplicate requests by the id of the request.",
        "On each retry the key stays the same. That is all.",
    ],
)
def test_a_point_said_in_other_forms_is_mentioned_with_its_words(said):
    found = [f for f in findings(said + FILLING, RUBRIC) if f.code == "point_mentioned"]
    assert [f.point for f in found] == ["same-key"]
    assert isinstance(found[0].evidence, Quote)
    assert found[0].evidence.text in said


@pytest.mark.parametrize(
    "said", ["The client has a nice page.", "A key opens the door, and we try again.", "Requests are logged."]
)
def test_single_words_of_a_point_do_not_mention_it(said):
    found = [f for f in findings(said + FILLING, RUBRIC) if f.code.startswith("point_")]
    assert [f.code for f in found] == ["point_missing"]
    assert isinstance(found[0].evidence, Absence)
    assert found[0].evidence.expected == "same-key"


def test_a_denied_wording_about_others_mentions_nothing():
    point = replace(POINT, id="listen", text="They listened to the other side", said=("listened to the other side",))
    rubric = replace(RUBRIC, points=(point,))
    told = "He didn't listen to the other side at all."
    assert [f.code for f in findings(told + FILLING, rubric) if f.code.startswith("point_")] == ["point_missing"]
