"""Schemas under attack and races: what is known before, what a verdict rests on, and an order run again."""

import pytest

from greenroom.core.language import Language
from greenroom.core.timeline import Event
from greenroom.core.verdict import Verdict
from greenroom.practice import exercises, hints, replays, submissions, tables
from greenroom.practice.errors import NotHere, Unusable
from greenroom.practice.judging import judge
from greenroom.practice.shelves import library

CABINS, SEATS = "cabins-under-attack", "last-seats"


@pytest.fixture
def hand_in(alice, seats_left, sql_lab):
    def given(slug, name="reference"):
        exercise = library().exercises[slug]
        wrong = {wrong.name: wrong.files for wrong in exercise.wrong}
        source = {"reference": exercise.reference, **wrong}[name][Language.SQL]
        id = submissions.submit(alice, slug, {"solution.sql": source.encode()})
        assert judge(id, sql_lab)
        return submissions.open(alice, id)

    return given


def test_attacks_are_told_before_and_there_are_no_tables_to_look_at(alice, seats_left):
    sheet = exercises.open(alice, CABINS).sql
    assert (sheet.form, sheet.cases, sheet.runs) == ("schema", 6, False)
    assert [each.says for each in sheet.judged].count("has to be refused") == 4
    assert sheet.judged[2].about == "A cabin is booked a second time."
    assert "function book" in sheet.asks
    with pytest.raises(NotHere):
        tables.open(alice, CABINS)


def test_an_attack_that_got_through_shows_what_each_session_did(hand_in):
    sheet = hand_in(CABINS, "looks-first")
    assert (sheet.form, sheet.progress.verdict) == ("schema", Verdict.WRONG_ANSWER)
    (failed,) = [row for row in sheet.progress.results if row.result.verdict is Verdict.WRONG_ANSWER]
    assert failed.about == "Two people book one cabin, the second before the first has committed."
    assert {moment.session for moment in failed.result.timeline.moments} == {"a", "b"}
    assert sheet.progress.expected == 6


def test_a_schema_that_holds_passes(hand_in):
    sheet = hand_in(CABINS)
    assert sheet.passed
    refused = [m for row in sheet.progress.results for m in row.result.timeline.moments if m.event is Event.REFUSED]
    assert len(refused) == 4


def test_rules_and_sessions_of_a_race_are_told_before_and_its_tables_are_there(alice, seats_left, sql_lab):
    sheet = exercises.open(alice, SEATS).sql
    assert (sheet.form, sheet.cases, sheet.visible) == ("race", 2, "normal")
    assert sheet.sessions["a"] == {"booking": 11, "ferry": 1, "wanted": 3}
    assert [table.name for table in tables.open(alice, SEATS)] == ["ferries", "bookings"]


def test_an_order_that_breaks_a_rule_can_be_run_again_and_ends_the_same(alice, bob, hand_in):
    sheet = hand_in(SEATS, "adds-up-first")
    broken = next(row.result for row in sheet.progress.results if row.result.verdict is Verdict.WRONG_ANSWER)
    again = replays.of_submission(alice, sheet.id, broken.timeline.name)
    assert [(m.session, m.step, m.said) for m in again.moments] == [
        (m.session, m.step, m.said) for m in broken.timeline.moments
    ]
    assert "never-too-many" in again.after
    with pytest.raises(NotHere):
        replays.of_submission(bob, sheet.id, broken.timeline.name)
    with pytest.raises(Unusable):
        replays.of_submission(alice, sheet.id, "x1 y1")


def test_only_a_race_has_orders_to_run_again(alice, hand_in):
    with pytest.raises(NotHere):
        replays.of_submission(alice, hand_in("seats-left").id, "a1 b1")


def test_a_named_mistake_is_met_with_its_own_hints_in_both_forms(alice, hand_in):
    hand_in(CABINS, "takes-blanks")
    assert hints.climb(alice, CABINS).opened[0].text == "Look at a name of two spaces."
    hand_in(SEATS, "turns-it-round")
    assert hints.climb(alice, SEATS).opened[0].text == "Look at who is booked when there is room."
