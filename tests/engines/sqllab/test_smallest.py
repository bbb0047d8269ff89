"""The smallest rows: none of them can be left out, they are legal rows, and they are the same each time."""

from dataclasses import replace

import psycopg
import pytest

from .examples import REFERENCE, exercise

MISTAKES = {
    "inner join": REFERENCE.replace("left join", "join"),
    "largest for sum": REFERENCE.replace("sum(v.minutes)", "max(v.minutes)"),
    "count for sum": REFERENCE.replace("coalesce(sum(v.minutes), 0)", "count(v.minutes)"),
    "only busy ones": REFERENCE.replace("group by p.id", "group by p.id having count(*) < 5"),
    "own boss": REFERENCE.replace("group by p.id", "where p.boss is null or p.boss < 30 group by p.id"),
}


def grid_of(judge, sql):
    asked = exercise(sets={"large": exercise().sql.data["large"]})
    return judge(sql, asked)["large"].grid


def differs(lab, tables, sql):
    """Judge ``sql`` on exactly these rows; None when they break the rules of the tables."""
    inserts = ["select 1"]
    for table in tables:
        rows = [", ".join("null" if cell is None else f"'{cell}'" for cell in row) for row in table.rows]
        values = ", ".join(f"({cells})" for cells in rows)
        inserts += [f"insert into {table.name} overriding system value values {values}"] if rows else []
    asked = exercise(sets={"these": ";".join(inserts)})
    try:
        (result,) = lab.run(asked, {"solution.sql": sql.encode()})
    except (ValueError, psycopg.Error):
        return None
    return result.verdict.value == "wrong answer"


@pytest.mark.parametrize("mistake", MISTAKES)
def test_no_row_of_them_can_be_left_out(lab, judge, mistake):
    grid = grid_of(judge, MISTAKES[mistake])
    assert grid.smallest
    assert 1 <= sum(len(table.rows) for table in grid.input) <= 12
    assert differs(lab, grid.input, MISTAKES[mistake]) is True
    for at, table in enumerate(grid.input):
        for row in range(len(table.rows)):
            fewer = replace(table, rows=table.rows[:row] + table.rows[row + 1 :])
            assert not differs(lab, (*grid.input[:at], fewer, *grid.input[at + 1 :]), MISTAKES[mistake])


def test_they_are_the_same_each_time(judge):
    assert grid_of(judge, MISTAKES["largest for sum"]) == grid_of(judge, MISTAKES["largest for sum"])
