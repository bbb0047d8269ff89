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


RICH = replace(
    POINT,
    id="expiry",
    text="How long a key lives",
    said=("keys expire after a day", "keep the key for 24 hours", "delete keys older than", "how long we keep them"),
)


def test_a_point_said_in_words_of_several_wordings_is_mentioned():
    said = "We delete a key when it is older than 48 hours, and then it expires for good."
    found = [f for f in findings(said + FILLING, replace(RUBRIC, points=(RICH, POINT))) if f.code == "point_mentioned"]
    assert [f.point for f in found] == ["expiry"]


def test_words_that_speak_for_two_points_alike_mention_neither():
    found = findings("There is a key in the request." + FILLING, replace(RUBRIC, points=(RICH, POINT)))
    assert not [f for f in found if f.code == "point_mentioned"]


def test_a_long_wording_that_stands_there_word_for_word_is_said():
    point = replace(POINT, id="doubt", text="What makes one hesitate", said=("what I'm not sure about is this",))
    told = "What I'm not sure about is this page of yours."
    found = [f for f in findings(told + FILLING, replace(RUBRIC, points=(point,))) if f.code == "point_mentioned"]
    assert [f.point for f in found] == ["doubt"]


def test_the_opposite_of_a_wording_that_denies_is_not_the_point():
    point = replace(
        POINT, id="kept-back", text="What an error must not betray", said=("no stack trace in the body", "no SQL text")
    )
    rubric = replace(RUBRIC, points=(point,))
    assert [f.code for f in findings("We send no stack trace in the body." + FILLING, rubric) if f.point] == [
        "point_mentioned"
    ]
    assert [f.code for f in findings("We put the stack trace in the body." + FILLING, rubric) if f.point] == [
        "point_missing"
    ]


def test_any_number_fits_a_wording_with_a_number_but_a_status_keeps_its_own():
    status = replace(POINT, id="status", text="The status code", said=("answered with 409", "returns a 409 conflict"))
    rubric = replace(RUBRIC, points=(replace(RICH, said=("keep the key for 24 hours",)), status))
    told = findings("We keep the key for 72 hours. It is answered with 422." + FILLING, rubric)
    assert [f.point for f in told if f.code == "point_mentioned"] == ["expiry"]
