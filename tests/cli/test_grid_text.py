"""Rows in a terminal."""

import pytest

from greenroom.cli.grid_text import grid_lines, rows_lines
from greenroom.core.grid import Grid, Rows

WANTED = Rows(columns=("id", "name"), rows=(("1", "Ada"), ("2", None), ("3", "Cy")))


@pytest.fixture(autouse=True)
def wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


def test_numbers_stand_to_the_right_and_nothing_is_null():
    assert list(rows_lines(WANTED)) == ["id  name", " 1  Ada", " 2  null", " 3  Cy", "(3 rows)"]


def test_an_expected_row_stands_above_the_one_that_came():
    came = Rows(columns=("id", "name"), rows=(("2", "Bo"), ("9", "Di"), ("1", "Ada"), ("3", "Cy")))
    expected = Rows(columns=("id", "name"), rows=(("2", None), ("1", "Ada"), ("3", "Cy")))
    marked = ((0, 1), (1, 0), (1, 1))
    grid = Grid(expected=expected, actual=came, marked_expected=((0, 1),), marked_actual=marked)
    assert list(grid_lines(grid)) == [
        "           id  name",
        "expected    2  [null]",
        "yours       2  [Bo]",
        "expected  no such row",
        "yours     [9]  [Di]",
        "both        1  Ada",
        "both        3  Cy",
    ]


def test_another_order_is_shown_side_after_side():
    came = Rows(columns=("id", "name"), rows=(WANTED.rows[1], WANTED.rows[0], WANTED.rows[2]))
    grid = Grid(expected=WANTED, actual=came, marked_expected=((0, 0), (0, 1)), marked_actual=((0, 0), (0, 1)))
    said = list(grid_lines(grid))
    assert (said[0], said.count("(3 rows)")) == ("expected:", 2)
    assert "yours:" in said


def test_the_smallest_data_names_the_tables_that_are_empty():
    input = (Rows(name="people", columns=("id",), rows=(("1",),)), Rows(name="visits", columns=("id",)))
    grid = Grid(expected=WANTED, actual=WANTED, input=input, smallest=True)
    assert list(grid_lines(grid))[-5:] == [
        "the smallest data that shows it:",
        "people:",
        "  id",
        "   1",
        "empty: visits",
    ]


def test_no_line_is_longer_than_the_terminal():
    rows = Rows(columns=tuple("abcd"), rows=(("x" * 60, "y" * 60, "z" * 60, "1"),))
    assert max(map(len, rows_lines(rows))) <= 80


def test_nothing_in_a_cell_steers_the_terminal():
    (_, line, _) = rows_lines(Rows(columns=("a",), rows=(("\x1b[2Jx\ny",),)))
    assert "\x1b" not in line
    assert "\\n" in line
