"""SQL exercises as pages: the desk at once, tables, rows that ran, and rows that differ."""

import pytest
from django.shortcuts import render

from greenroom.practice import exercises, judging
from greenroom.practice.labs import LabSheet
from greenroom.web.present.exercise import exercise_view

HERE = "/exercises/seats-left"
FETCH = {"X-Requested-With": "fetch"}


@pytest.fixture
def hand_in(as_alice, state, sql_lab):
    """Submit as the page does, judge it, and return the id and the finished page."""

    def given(name="reference", scope="all", text=None):
        code = text if text is not None else state(name)["solution.sql"].decode()
        form = {"code": code, "language": "sql", "scope": scope, "tests": ""}
        reply = as_alice.post(f"{HERE}/submissions", form)
        assert reply.status_code == 302, reply.content.decode()
        id = int(reply.headers["Location"].rsplit("/", 1)[1])
        judging.judge(id, sql_lab)
        return id, as_alice.get(f"/submissions/{id}").content.decode()

    return given


def test_the_shelf_can_be_narrowed_to_sql(as_alice, seats_left):
    page = as_alice.get("/exercises?kind=sql").content.decode()
    assert HERE in page
    assert "/exercises/seats-on-a-ferry" not in page
    assert as_alice.get("/exercises?kind=song").status_code == 404


def test_the_desk_is_there_before_anything_is_begun(as_alice, seats_left):
    page = as_alice.get(HERE).content.decode()
    assert "-- Write one query below." in page.partition("<textarea")[2]
    assert "Begin</button>" not in page
    assert "5 data sets" in page
    assert "sql-editor.js" in page


def test_tables_come_by_script_and_as_a_page(as_alice, seats_left, sql_lab):
    piece = as_alice.get(f"{HERE}/tables", headers=FETCH).content.decode()
    assert "<html" not in piece
    assert "refers to ferries (id)" in piece
    assert "&quot;name&quot;: &quot;ferries&quot;" in piece
    page = as_alice.get(f"{HERE}/tables").content.decode()
    assert "Puffin" in page
    assert "Puffin" in as_alice.get(HERE).content.decode()


def test_a_difference_shows_the_rows_the_cells_and_the_smallest_data(hand_in):
    _, page = hand_in("forgets-the-empty-sum")
    assert "3 of 5 data sets passed" in page
    assert "The smallest data that shows it" in page
    assert "Take any row away, and both give the same." in page
    assert "<mark>" in page


def test_rows_that_ran_are_shown_without_a_verdict(as_alice, hand_in):
    _, page = hand_in("loses-the-quiet-ferry", scope="visible")
    assert "What comes" in page
    assert "2 rows" in page
    assert "Nothing is judged until you submit" in page
    assert ">ran<" in as_alice.get(HERE).content.decode()


def test_a_statement_that_cannot_be_read_is_marked_at_its_place(hand_in):
    _, page = hand_in(text="select\n  idd from ferries")
    assert "line 2, column 3" in page
    assert "\n  ^" in page
    assert "were run" not in page


def test_what_a_cell_holds_is_text_and_never_markup(hand_in):
    _, page = hand_in(text="select 1 as id, '<b>hot</b>' as free", scope="visible")
    assert "<b>hot" not in page
    assert "&lt;b&gt;hot" in page


def test_after_a_pass_the_reference_is_there(as_alice, hand_in):
    _, page = hand_in()
    assert "The rows are right on every data set." in page
    assert "The reference" in as_alice.get(HERE).content.decode()
    assert as_alice.get(f"{HERE}/report").status_code == 200


def test_hints_can_be_looked_at_before_anything_is_written(as_alice, seats_left):
    assert "Open a hint" in as_alice.get(f"{HERE}/hints").content.decode()
    assert "Look at a ferry that nobody has booked." in as_alice.post(f"{HERE}/hints").content.decode()


@pytest.mark.parametrize("path", ["/exercises", HERE, f"{HERE}/tables", f"{HERE}/hints"])
def test_each_page_costs_at_most_twelve_queries(as_alice, hand_in, django_assert_max_num_queries, path):
    hand_in("lists-full-ferries")
    with django_assert_max_num_queries(12):
        as_alice.get(path)


def test_nothing_is_styled_or_scripted_inline(as_alice, hand_in):
    id, _ = hand_in("lists-full-ferries")
    as_alice.get(f"{HERE}/tables")
    for path in (HERE, f"/submissions/{id}"):
        page = as_alice.get(path).content.decode()
        assert " style=" not in page
        assert " onclick=" not in page


def test_nobody_sees_anothers_statement(as_bob, hand_in):
    id, _ = hand_in()
    assert as_bob.get(f"/submissions/{id}").status_code == 404
    assert as_bob.get(f"/submissions/{id}/results").status_code == 404


def test_what_the_machine_lacks_is_said_before_anything_is_typed(alice, rf, seats_left):
    lacking = LabSheet(missing="There is no PostgreSQL here.", reduced="", languages={"sql": False}, version="1")
    request = rf.get(HERE)
    request.user, request.csp_nonce = alice, "nonce"
    page = render(request, "exercise.html", exercise_view(exercises.open(alice, "seats-left"), lacking))
    text = page.content.decode()
    assert "SQL cannot be judged on this machine yet" in text
    assert "There is no PostgreSQL here." in text
    assert 'value="all" disabled' in text
