"""The shelf of exercises, and one exercise as far as it may be seen."""

import json
from dataclasses import asdict

import pytest

from greenroom.codec import dump
from greenroom.core.language import CODE, Language
from greenroom.practice import code_drafts, exercises, sittings, submissions
from greenroom.practice.errors import NotHere, Unusable
from greenroom.practice.judging import judge

SLUG = "seats-on-a-ferry"


def test_the_shelf_says_where_a_candidate_stands(alice, bob, ferry):
    (card,) = exercises.shelf(alice, kind="code")
    assert (card.slug, card.state, card.parts, card.minutes) == (SLUG, "new", None, 25)

    sittings.begin(alice, SLUG)

    (card,) = exercises.shelf(alice, kind="code")
    assert (card.state, card.parts, card.parts_done) == ("begun", 2, 0)
    assert exercises.shelf(bob, kind="code")[0].state == "new"


def test_the_shelf_can_be_narrowed(alice, ferry):
    assert exercises.shelf(alice, level="junior", competency="reliability", search="crossing", state="new")
    assert not exercises.shelf(alice, level="senior")
    assert not exercises.shelf(alice, state="passed")
    assert [card.slug for card in exercises.shelf(alice, kind="sql")] == [
        "cabins-under-attack",
        "seats-left",
        "tickets-at-the-gate",
        "last-seats",
    ]
    for wrong in ({"kind": "song"}, {"level": "captain"}, {"competency": "calm"}, {"state": "lost"}):
        with pytest.raises(NotHere):
            exercises.shelf(alice, **wrong)


def test_the_shelf_takes_as_many_queries_for_many_as_for_one(alice, ferry, django_assert_num_queries):
    with django_assert_num_queries(2):
        exercises.shelf(alice)


def test_an_unknown_exercise_is_not_here_and_the_nearest_is_named(alice, ferry):
    with pytest.raises(NotHere) as missing:
        exercises.open(alice, "seats-on-ferry")
    assert missing.value.nearest == SLUG


def test_before_it_is_begun_the_first_part_is_seen_alone(alice, ferry):
    sheet = exercises.open(alice, SLUG)

    assert [part.title for part in sheet.parts] == ["Booking"]
    assert sheet.sitting is sheet.total is None
    assert [case.id for case in sheet.parts[0].visible] == ["two-bookings", "one-too-many"]


def test_in_screen_mode_nothing_tells_how_many_parts_there_are(alice, ferry, solve, lab):
    sittings.begin(alice, SLUG, mode="screen")
    (card,) = exercises.shelf(alice, kind="code")
    sheet = exercises.open(alice, SLUG)

    assert card.parts is sheet.total is sheet.sitting.total is None
    text = json.dumps(dump(asdict(sheet)))
    assert "Giving seats back" not in text
    assert "cancel" not in text
    assert sheet.reference == {}

    judge(submissions.submit(alice, SLUG, solve()), lab)
    assert [part.title for part in exercises.open(alice, SLUG).parts] == ["Booking", "Giving seats back"]
    assert exercises.open(alice, SLUG).total is None

    judge(submissions.submit(alice, SLUG, solve()), lab)
    passed = exercises.open(alice, SLUG)
    assert (passed.state, passed.total) == ("passed", 2)
    assert passed.question.slug == "an-outage-you-handled"
    assert set(passed.reference) == set(CODE)


def test_the_editor_has_what_was_typed_last(alice, bob, ferry, solve):
    assert exercises.open(alice, SLUG).code[Language.PYTHON] == ferry.starter[Language.PYTHON]

    code_drafts.keep(alice, SLUG, "python", "half a thought", "# tests")
    sheet = exercises.open(alice, SLUG)
    assert (sheet.code[Language.PYTHON], sheet.tests[Language.PYTHON]) == ("half a thought", "# tests")
    assert exercises.open(bob, SLUG).code[Language.PYTHON] == ferry.starter[Language.PYTHON]

    submissions.submit(alice, SLUG, solve("counts-bookings"))
    assert exercises.open(alice, SLUG).code[Language.PYTHON] == solve("counts-bookings")["solution.py"].decode()
    assert exercises.open(alice, SLUG).code[Language.NODE] == ferry.starter[Language.NODE]


def test_a_draft_can_be_forgotten(alice, ferry):
    code_drafts.keep(alice, SLUG, "node", "x")
    code_drafts.forget(alice, SLUG, "node")
    assert exercises.open(alice, SLUG).code[Language.NODE] == ferry.starter[Language.NODE]


def test_a_sitting_goes_on_and_can_begin_again(alice, ferry):
    first = sittings.begin(alice, SLUG, mode="screen", language="python")
    assert sittings.begin(alice, SLUG, mode="open", language="node").id == first.id
    assert sittings.open(alice, SLUG).mode == "screen"
    assert sittings.open(alice, SLUG).language is Language.NODE

    again = sittings.begin(alice, SLUG, again=True)
    assert (again.part, again.mode, again.id != first.id) == (1, "open", True)


@pytest.mark.parametrize("wrong", [{"mode": "exam"}, {"language": "cobol"}])
def test_a_sitting_of_no_known_kind_is_refused(alice, ferry, wrong):
    with pytest.raises(Unusable):
        sittings.begin(alice, SLUG, **wrong)


def test_a_sitting_that_was_not_begun_is_not_here(alice, ferry):
    with pytest.raises(NotHere):
        sittings.open(alice, SLUG)
