"""What sessions did, in a terminal."""

import pytest

from greenroom.cli.timeline_text import timeline_lines
from greenroom.core.grid import Rows
from greenroom.core.timeline import Event, Moment, Timeline


@pytest.fixture(autouse=True)
def wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")  # a narrower terminal breaks the lines elsewhere


def moment(session, statement, event=Event.DONE, **more):
    return Moment(session=session, step="", statement=statement, event=event, **more)


def test_each_session_stands_further_in_with_the_servers_words_below():
    moments = (
        moment("a", "begin", said="BEGIN"),
        moment("b", "update x", Event.WAITS, waits_for=("a",)),
        moment("a", "commit", said="COMMIT"),
        moment("b", "update x", Event.AGAIN, said="40001: could not serialize", waited=True),
    )
    said = list(timeline_lines(Timeline(sessions=("a", "b"), moments=moments, after="the sum is 3, and not 2")))
    assert said == [
        "  1 a: begin",
        "       -> BEGIN",
        "  2       b: update x",
        "             -> waits for a",
        "  3 a: commit",
        "       -> COMMIT",
        "  4       b: update x",
        "             -> refused, begins again (attempt 2): 40001: could not serialize",
        "    afterwards: the sum is 3, and not 2",
    ]


def test_one_session_needs_no_name_and_rows_stand_below():
    rows = Rows(columns=("n",), rows=(("1",), (None,)))
    said = list(
        timeline_lines(Timeline(sessions=("a",), moments=(moment("a", "select n", said="SELECT 2", rows=rows),)))
    )
    assert said == ["  1 select n", "    -> SELECT 2", "       1", "       null"]


def test_nothing_that_the_server_says_steers_the_terminal():
    lines = "\n".join(timeline_lines(Timeline(sessions=("a",), moments=(moment("a", "\x1b[2J", said="\x1b[2J"),))))
    assert "\x1b" not in lines
