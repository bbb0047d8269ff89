"""What the lab says of statements, on the real server."""

import os
import signal
import threading
import time

import pytest

from greenroom.core.sql import Columns
from greenroom.core.verdict import Verdict
from greenroom.engines.sqllab import AuthorsFault, Lab

from .examples import DDL, REFERENCE, exercise

WRONG, RIGHT = Verdict.WRONG_ANSWER, Verdict.ACCEPTED
LIST = "select id, name from people"


def verdicts(results):
    return {name: result.verdict for name, result in results.items()}


def test_the_reference_passes_every_set(judge):
    assert verdicts(judge(REFERENCE)) == dict.fromkeys(["normal", "empty", "nulls", "duplicates", "large"], RIGHT)


def test_a_wrong_join_fails_where_it_matters_and_shows_the_smallest_rows(judge):
    results = judge(REFERENCE.replace("left join", "join"))
    assert verdicts(results) == {"normal": WRONG, "empty": RIGHT, "nulls": RIGHT, "duplicates": RIGHT, "large": WRONG}
    assert results["normal"].message == "Of 3 rows, 1 row missing."
    grid = results["normal"].grid
    assert grid.smallest
    assert [(table.name, len(table.rows)) for table in grid.input] == [("people", 1), ("visits", 0)]
    assert (len(grid.expected.rows), len(grid.actual.rows)) == (1, 0)
    assert grid.marked_expected == ((0, 0), (0, 1), (0, 2))


def test_a_cell_that_differs_is_marked_on_both_sides(judge):
    grid = judge(REFERENCE.replace("coalesce(sum(v.minutes), 0)", "sum(v.minutes)"))["normal"].grid
    assert (grid.marked_expected, grid.marked_actual) == (((0, 2),), ((0, 2),))
    assert (grid.expected.rows[0][2], grid.actual.rows[0][2]) == ("0", None)


@pytest.mark.parametrize(
    "sql",
    [
        REFERENCE.replace("coalesce(sum(v.minutes), 0)", "coalesce(sum(v.minutes), 0)::numeric(20, 4)"),
        REFERENCE.replace("coalesce(sum(v.minutes), 0)", "coalesce(sum(v.minutes), 0)::float8"),
        f"select minutes, name, id from ({REFERENCE}) r order by random()",
        f'with r as ({REFERENCE}) select r.id as "ID", name, minutes from r;  -- end',
    ],
)
def test_scale_float_order_case_and_place_of_columns_are_free(judge, sql):
    assert set(verdicts(judge(sql)).values()) == {RIGHT}


def test_rows_that_are_the_same_are_counted(judge):
    asked = exercise("select name from people")
    results = judge("select distinct name from people", asked)
    assert verdicts(results)["duplicates"] is WRONG
    assert "count once each" in results["duplicates"].message


@pytest.mark.parametrize(
    "sql, says",
    [
        ("select id from people", "matched by name: missing name"),
        ("select id, name, boss from people", "not asked for boss"),
        ("select id, id, name from people", "there twice id"),
        ("select id::text, name from people", "Column id is text; it should be a number"),
    ],
)
def test_columns_that_do_not_fit_are_told(judge, sql, says):
    assert says in judge(sql, exercise(LIST))["normal"].message


def test_columns_by_position_need_no_names(judge):
    asked = exercise(LIST, columns=Columns.POSITION)
    assert verdicts(judge("select id as a, name as b from people", asked))["normal"] is RIGHT
    assert "by position: 2 are wanted, and there are 1" in judge("select id from people", asked)["normal"].message


def test_an_order_is_held_to_its_keys_and_ties_are_free(judge):
    asked = exercise(f"{LIST} order by name desc", order=("name desc",))
    assert set(verdicts(judge(f"{LIST} order by name desc, id desc", asked)).values()) == {RIGHT}
    results = judge(f"{LIST} order by name", asked)
    assert results["normal"].verdict is WRONG
    assert "wrong order: row 1 does not follow name desc" in results["normal"].message
    assert results["normal"].grid.smallest
    assert len(results["normal"].grid.input[0].rows) == 2


ODD = """select 'NaN'::float8 as a, 'infinity'::timestamptz as b, array[1.0, null] as c, row(1, 'x') as d,
    '\\x00ff'::bytea as e, 1e30::numeric as f, '{"a": 1, "b": [2]}'::jsonb as g, interval '26 hours' as h, null as i"""
SAME = """select '{"b":[2],"a":1}'::json as g, 'nan'::numeric as a, timestamptz 'infinity' as b, null as i,
    '{1.0,NULL}'::numeric[] as c, (1, 'x') as d,
    decode('00ff', 'hex') as e, 1e28 * 100 as f, 26 * interval '1 hour' as h"""


def test_odd_types_are_compared_by_what_they_mean(judge):
    assert set(verdicts(judge(SAME, exercise(ODD))).values()) == {RIGHT}
    assert judge(ODD.replace("x00ff", "x00fe"), exercise(ODD))["empty"].verdict is WRONG


def test_a_change_of_rows_is_judged_by_what_is_there_afterwards(judge):
    asked = exercise(
        "update visits set minutes = 0 where minutes is null", writes=True, after="select id, minutes from visits"
    )
    assert set(verdicts(judge(asked.reference["sql"], asked)).values()) == {RIGHT}
    results = judge("update visits set minutes = 0", asked)
    assert results["normal"].verdict is WRONG
    assert results["normal"].grid.smallest
    assert [len(table.rows) for table in results["normal"].grid.input] == [1, 1]  # a visit and the person it needs
    assert "truncate".upper() in judge("truncate visits", asked)[""].message


@pytest.mark.parametrize(
    "sql, says",
    [
        ("", "no statement"),
        (";", "no statement"),
        ("-- later\n/* here */;", "no statement"),
        ("select 1; select 2", "2 statements"),
        ("select 1;;\n;select 2", "2 statements"),
        ("selec 1", 'Syntax error at or near "selec", line 1, column 1'),
        ("select id,\n  from people", 'near "from", line 2, column 3'),
        ("select 'open", "Unterminated quoted string"),
        ("select idd from people", 'Column "idd" does not exist, line 1, column 8'),
        ("select 1 " + " " * 1_000_000, "longer than 100,000 characters"),
        (b"select '\xff'", "not UTF-8"),
        ("select '\0'", "zero byte"),
    ],
)  # fmt: skip
def test_what_cannot_be_run_is_told_once_with_line_and_column(judge, sql, says):
    (result,) = judge(sql).values()
    assert (result.case, result.verdict) == ("", Verdict.COMPILE_ERROR)
    assert says in result.message


def test_a_place_in_the_statement_is_marked_below_its_line(judge):
    (result,) = judge("select id,\n  nam\nfrom people").values()
    assert result.difference.split("\n")[:2] == ["  nam", "  ^"]


def test_an_error_while_running_is_the_set_s_own(judge):
    results = judge("select id, name, 1 / (id - 3) as minutes from people")
    assert (results["normal"].verdict, results["normal"].message) == (Verdict.RUNTIME_ERROR, "Division by zero.")
    assert results["empty"].verdict is RIGHT


def test_a_server_that_is_killed_in_the_middle_is_started_again_and_the_set_judged_again(tmp_path):
    with Lab(tmp_path, idle=0) as lab:
        slow = "select count(*) from generate_series(1, 2000000) a where (select count(*) from people) >= 0"
        asked = exercise(slow)
        list(lab.run(asked, {"solution.sql": slow.encode()}))

        def kill():
            time.sleep(0.4)
            pid = int((tmp_path / "sqllab/data/postmaster.pid").read_text().split("\n")[0])
            os.kill(pid, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        results = list(lab.run(asked, {"solution.sql": slow.encode()}))
        killer.join()
        assert [(result.case, result.verdict) for result in results] == [(name, RIGHT) for name in asked.sql.sets]
        again = list(lab.run(exercise(), {"solution.sql": REFERENCE.encode()}))
        assert {result.verdict for result in again} == {RIGHT}, again[0].message


@pytest.mark.parametrize(
    "spoilt, says",
    [
        (exercise(ddl="create tabel x ()"), "schema people"),
        (exercise(sets={"normal": "insert into people values (1, null, null)"}), "data set normal"),
        (exercise("select nothing from people"), "the reference on normal"),
        (exercise(LIST, order=("size",)), "the order asks for size"),
    ],
)
def test_what_is_the_author_s_fault_is_told_as_such(lab, spoilt, says):
    with pytest.raises(AuthorsFault, match=says):
        list(lab.run(spoilt, {"solution.sql": LIST.encode()}))


def test_a_run_shows_the_rows_of_the_first_set(lab):
    rows = lab.rows(exercise(), b"select id, name from people order by id")
    assert (rows.columns, rows.rows) == (("id", "name"), (("1", "Ada"), ("2", "Bruno"), ("3", "Chloe")))


def test_rows_are_shuffled_and_the_same_for_everybody(lab):
    def told():
        return lab.rows(exercise(sets={"large": exercise().sql.data["large"]}), b"select id from people").rows

    assert told() == told()
    assert [int(cell) for (cell,) in told()] != sorted(int(cell) for (cell,) in told())


def test_ddl_with_functions_and_checks_is_fine(judge):
    ddl = DDL + "create function half(n numeric) returns numeric language sql immutable return n / 2;"
    asked = exercise("select half(4) as h", ddl=ddl)
    assert set(verdicts(judge("select 2 as h", asked)).values()) == {RIGHT}


def test_the_schema_browser_has_types_comments_and_sample_rows(lab):
    ddl = DDL + "comment on table people is 'Who visits.'; comment on column people.boss is 'Empty at the top.';"
    people, visits = lab.tables(exercise(ddl=ddl))
    assert (people.name, people.comment, people.sample.rows[0]) == ("people", "Who visits.", ("1", "Ada", None))
    id, name, boss = people.columns
    assert (id.key, id.type, name.empty) == (True, "bigint", False)
    assert (boss.refers_to, boss.empty, boss.comment) == ("people (id)", True, "Empty at the top.")
    assert [column.type for column in visits.columns] == ["bigint", "bigint", "numeric", "timestamp with time zone"]
