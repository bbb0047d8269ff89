"""Hostile SQL: each of it gets a verdict within its limits, sees nothing, and leaves nothing for the next."""

import psycopg
import pytest

from greenroom.core.verdict import Verdict
from greenroom.engines.sqllab import base

from .examples import exercise

LIMITS = (Verdict.TIME_LIMIT, Verdict.MEMORY_LIMIT, Verdict.OUTPUT_LIMIT)
REFUSED = {
    "reads a file": "select pg_read_file('/etc/passwd')",
    "lists a folder": "select pg_ls_dir('/')",
    "reads a file into a large object": "select lo_import('/etc/passwd')",
    "writes a large object to disk": "select lo_export(1, '/tmp/x')",
    "makes a large object": "select lo_from_bytea(0, 'x')",
    "sleeps": "select pg_sleep(60)",
    "sleeps until": "select pg_sleep_until(now() + interval '1 day')",
    "ends others": "select pg_terminate_backend(pid) from generate_series(1, 99999) pid",
    "cancels others": "select pg_cancel_backend(1)",
    "locks for the session": "select pg_advisory_lock(1)",
    "tries a lock": "select pg_try_advisory_xact_lock(1)",
    "changes a setting": "select set_config('statement_timeout', '0', false)",
    "becomes the owner": "select set_config('role', 'greenroom', false)",
    "runs text as SQL": "select query_to_xml('select 1', true, true, '')",
    "runs text as SQL for a search": "select ts_stat('select 1')",
    "sends a message": "select pg_notify('x', 'y')",
    "writes to the log": "select pg_logical_emit_message(false, 'a', 'b')",
    "keeps a snapshot": "select pg_export_snapshot()",
    "names the databases": "select datname from pg_database",
    "names the roles": "select rolname from pg_roles",
    "reads passwords": "select * from pg_authid",
    "watches others": "select query from pg_stat_activity",
    "watches others by function": "select pg_stat_get_activity(null)",
    "reads the settings": "select setting from pg_settings",
    "reads the locks": "select * from pg_locks",
    "reads statistics of columns below": "select * from pg_statistic",
    "reloads the configuration": "select pg_reload_conf()",
    "reads the write-ahead log": "select pg_current_wal_lsn()",
    "copies from a program": "copy people from program 'id'",
    "copies to a file": "copy people to '/tmp/people'",
    "runs a block": "do $$ begin perform 1; end $$",
    "makes a function": "create function f() returns int language sql as 'select 1'",
    "makes an extension": "create extension dblink",
    "makes a temporary table": "create temporary table x as select 1",
    "selects into": "select 1 as a into temporary x",
    "drops a table": "drop table people cascade",
    "alters a table": "alter table people add x int",
    "empties a table": "truncate people cascade",
    "deletes in a WITH": "with gone as (delete from visits returning *) select * from gone",
    "changes its role": "set role greenroom",
    "listens": "listen x",
    "prepares": "prepare x as select 1",
    "ends the transaction": "commit",
    "ends the transaction after a query": "select 1; commit; drop table people",
    "leaves the cursor": "select 1) to stdout; --",
    "locks rows": "select * from people for update",
    "calls a procedure": "call nothing()",
    "explains by running": "explain analyze select 1",
    "uses a sequence": "select nextval(pg_get_serial_sequence('visits', 'id'))",
}  # fmt: skip
LIMITED = {
    "never ends": "with recursive r as (select 1 as id union all select 1 from r) select count(*) from r where id < 0",
    "joins everything": "select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b",
    "gives ten million rows": "select generate_series(1, 10000000) as id",
    "gives long rows": "select repeat('x', 1000000) as a from generate_series(1, 100)",
    "gives a gigabyte": "select repeat('x', 1000000000) as a",
    "sorts on disk": "select n, repeat('x', 1000) || n as a from generate_series(1, 500000) n order by 2 desc",
    "calls a slow function": "select sum(length(repeat('x', 100000) || n)) from generate_series(1, 100000000) n",
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_refuses_what(name, judge):
    results = list(judge(REFUSED[name]).values())
    assert results
    assert {result.verdict for result in results} <= {Verdict.COMPILE_ERROR, Verdict.RUNTIME_ERROR}, results
    assert all(result.message for result in results)


@pytest.mark.parametrize("name", LIMITED)
def test_it_limits_what(name, judge):
    results = list(judge(LIMITED[name]).values())
    assert [result.verdict in LIMITS for result in results] == [True], results


def test_the_lab_works_as_before_after_all_of_it(judge, lab):
    for sql in LIMITED.values():
        judge(sql)
    assert {result.verdict for result in judge(exercise().reference["sql"]).values()} == {Verdict.ACCEPTED}


WRITES = {
    "writes by a copy": "copy people from stdin",
    "writes and drops": "insert into people values (1, 'x', null); drop table visits",
    "makes a table of a query": "create table x as select 1",
    "makes a temporary table of a query": "create temp table x as select 1",
    "executes what is prepared": "execute x",
    "runs a block": "do $$ begin end $$",
    "explains": "analyze people",
    "gives rights away": "grant all on people to public",
    "sets a role in an insert": "insert into people select 1, set_config('role', 'greenroom', true), null",
    "reads a file in an insert": "insert into people select 1, pg_read_file('/etc/passwd'), null",
    "writes to a catalogue": "update pg_class set relname = 'x'",
    "disables triggers": "alter table visits disable trigger all",
}


@pytest.mark.parametrize("name", WRITES)
def test_a_change_may_not_do_what(name, judge):
    asked = exercise("delete from visits", writes=True, after="select id from visits")
    results = list(judge(WRITES[name], asked).values())
    assert {result.verdict for result in results} <= {Verdict.COMPILE_ERROR, Verdict.RUNTIME_ERROR}, results


def test_a_change_that_never_ends_is_limited(judge):
    asked = exercise("delete from visits", writes=True, after="select id from visits")
    endless = "insert into people select n, 'x', null from generate_series(1, 100000000000) n"
    assert next(iter(judge(endless, asked).values())).verdict in LIMITS


def test_nothing_of_a_submission_is_there_for_the_next(lab):
    """Two submissions never meet: another database, another role, empty tables between data sets."""
    seen = []
    for _ in range(2):
        asked = exercise("select current_database()::text as d, current_user::text as u, 0::bigint as n")
        sql = b"select current_database()::text as d, current_user::text as u, count(*) as n from people"
        seen.append(lab.rows(asked, sql).rows[0])
    assert seen[0][:2] != seen[1][:2]


def test_a_sequence_moved_by_a_change_begins_anew_for_the_next_submission(judge):
    asked = exercise(
        "insert into visits (minutes) values (1)", writes=True, after="select max(id) > 0 as some from visits"
    )
    first = judge(asked.reference["sql"], asked)
    again = judge(asked.reference["sql"], asked)
    assert [r.verdict for r in first.values()] == [r.verdict for r in again.values()] == [Verdict.ACCEPTED] * 5


def test_the_role_owns_nothing_and_may_nothing(lab):
    room = lab._rooms.take(exercise().sql.ddl)
    rights = room.connection.execute(
        "select has_database_privilege(current_database(), 'temp'), has_schema_privilege('public', 'create'),"
        " has_language_privilege('plpgsql', 'usage'), pg_has_role('greenroom', 'member')"
    ).fetchone()
    assert rights == (False, False, False, False)
    for name in ("postgres", "template1", base.NAME):
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            lab._server.connect(name, room.name)
    lab._rooms.spend(room)
