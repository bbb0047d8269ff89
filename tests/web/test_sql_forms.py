"""Schemas under attack and races as pages."""

import pytest

from greenroom.core.language import Language
from greenroom.practice import judging
from greenroom.practice.shelves import library

CABINS, SEATS = "/exercises/cabins-under-attack", "/exercises/last-seats"
FETCH = {"X-Requested-With": "fetch"}


@pytest.fixture
def hand_in(as_alice, seats_left, sql_lab):
    def given(path, name="reference"):
        exercise = library().exercises[path.rpartition("/")[2]]
        wrong = {wrong.name: wrong.files for wrong in exercise.wrong}
        source = {"reference": exercise.reference, **wrong}[name][Language.SQL]
        reply = as_alice.post(f"{path}/submissions", {"code": source, "language": "sql", "scope": "all", "tests": ""})
        id = int(reply.headers["Location"].rsplit("/", 1)[1])
        judging.judge(id, sql_lab)
        return id, as_alice.get(f"/submissions/{id}").content.decode()

    return given


def test_the_desk_of_a_schema_names_attacks_and_what_to_offer(as_alice, seats_left):
    page = as_alice.get(CABINS).content.decode()
    assert "A cabin is booked a second time." in page
    assert "has to be refused" in page
    assert "view booked(cabin bigint, name text)" in page
    assert 'value="visible"' not in page
    assert "data-tables" not in page


def test_an_attack_shows_the_sessions_side_by_side_with_the_servers_words(hand_in):
    _, page = hand_in(CABINS, "looks-first")
    assert "5 of 6 attacks passed" in page
    assert "Session a" in page
    assert "select book(1, &#x27;Bruno&#x27;)" in page
    assert "It has to be refused and went through." in page
    _, page = hand_in(CABINS)
    assert "duplicate key value violates unique constraint" in page


def test_the_desk_of_a_race_names_sessions_and_rules(as_alice, seats_left):
    page = as_alice.get(SEATS).content.decode()
    assert ":booking = 11, :ferry = 1, :wanted = 3" in page
    assert "No ferry has more seats booked than it has." in page


def test_a_race_shows_the_order_that_breaks_a_rule_and_runs_it_again(as_alice, hand_in):
    id, page = hand_in(SEATS, "adds-up-first")
    assert "1 of 2 rules passed" in page
    assert "Run this order again" in page
    order = page.partition('name="schedule" value="')[2].partition('"')[0]
    piece = as_alice.post(f"/submissions/{id}/replays", {"schedule": order}, headers=FETCH).content.decode()
    assert f"Run again: {order}" in piece
    assert "Afterwards: never-too-many" in piece
    whole = as_alice.post(f"/submissions/{id}/replays", {"schedule": order}).content.decode()
    assert "Back to the submission" in whole


def test_an_order_that_is_none_is_told_with_the_form(as_alice, hand_in):
    id, _ = hand_in(SEATS)
    reply = as_alice.post(f"/submissions/{id}/replays", {"schedule": "x1 y2"}, headers=FETCH)
    assert reply.status_code == 422
    assert "a1 b1 a2 b2" in reply.content.decode()


def test_nobody_runs_anothers_order(as_bob, hand_in):
    id, _ = hand_in(SEATS)
    assert as_bob.post(f"/submissions/{id}/replays", {"schedule": "a1 b1"}).status_code == 404
