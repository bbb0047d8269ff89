"""Hostile DDL: a candidate's own tables and functions reach nothing else, end within their limits and leave nothing."""

import pytest

from greenroom.core.verdict import Verdict
from greenroom.engines.sqllab import base

from .test_attacks import DDL, PAY, WORK, attack, exercise

REFUSED = {
    "copies to a file": "create table x (); copy x to '/tmp/x'",
    "copies from a program": "create table x (t text); copy x from program 'id'",
    "copies from the client": "create table x (t text); copy x from stdin",
    "makes an extension": "create extension dblink",
    "makes a trusted extension": "create extension hstore",
    "makes a role": "create role other superuser",
    "raises itself": "alter role current_user superuser",
    "becomes the owner": "set role greenroom",
    "becomes the owner by authorization": "set session authorization greenroom",
    "makes a database": "create database other",
    "makes an event trigger": "create function f() returns event_trigger language plpgsql as 'begin end';"
    " create event trigger e on ddl_command_start execute function f()",
    "makes a schema": "create schema other",
    "writes a large object": "select lo_from_bytea(0, 'x')",
    "makes a large object in a block": "do $$ begin perform lo_create(0); end $$",
    "reads a file in a function": "create function f() returns text language sql security definer as"
    " $$ select pg_read_file('/etc/passwd') $$; select f()",
    "sleeps in a function": "do $$ begin perform pg_sleep(1); end $$",
    "ends others": "do $$ begin perform pg_terminate_backend(pid) from generate_series(1, 99999) pid; end $$",
    "writes C": "create function f() returns int language c as '/lib/x86_64-linux-gnu/libc.so.6', 'getpid'",
    "writes internal": "create function f() returns int language internal as 'pg_backend_pid'",
    "writes an untrusted language": "create function f() returns int language plpython3u as ''",
    "asks another server": "create foreign data wrapper w",
    "changes the server": "alter system set fsync = off",
    "changes the database": "do $$ begin execute format('alter database %I set jit = off', current_database()); end $$",
    "turns waiting off": "set deadlock_timeout = '1h'",
    "turns the log off": "set log_lock_waits = off",
    "keeps a session lock": "select pg_advisory_lock(1)",
    "reads who else is there": "select query from pg_stat_activity",
    "writes to a catalogue": "update pg_proc set prosrc = 'x'",
    "publishes": "create publication p for all tables",
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_refuses_what(name, lab):
    (result,) = lab.run(exercise(), {"solution.sql": f"{DDL};{REFUSED[name]}".encode()})
    assert result.verdict in (Verdict.COMPILE_ERROR, Verdict.RUNTIME_ERROR), result
    assert result.message


LOOP = """create function charge(k text, a bigint, p bigint) returns bigint language plpgsql as $$
    begin loop begin perform count(*) from generate_series(1, 100000); exception when query_canceled then null; end;
    end loop; end $$"""
LIMITED = {
    "loops in a block": ("do $$ begin loop end loop; end $$", ""),
    "loops in a function and catches its end": (LOOP, "pays"),
    "fills the disk": ("create table x as select repeat(n::text, 100) from generate_series(1, 400000) n", ""),
    "needs much memory": (f"{DDL}; select repeat('x', 1000000000)", ""),
    "gives many rows": (DDL + "; create or replace view charges as select n as id, n as account, n as amount,"
                        " n::text as key from generate_series(1::bigint, 1000000000) n", "pays"),
}  # fmt: skip


@pytest.mark.parametrize("name", LIMITED)
def test_it_limits_what(name, lab):
    ddl, case = LIMITED[name]
    asked = exercise(attack("pays", WORK, PAY, "select * from charges"), attack("never", WORK, PAY))
    (result,) = lab.run(asked, {"solution.sql": ddl.encode()})
    assert result.case == case
    assert result.verdict in (Verdict.TIME_LIMIT, Verdict.MEMORY_LIMIT, Verdict.OUTPUT_LIMIT), result


def test_settings_of_the_role_do_not_reach_the_attacks(lab):
    spoilt = (
        DDL
        + "; alter role current_user set search_path = pg_catalog; alter role current_user set timezone = 'Asia/Tokyo'"
    )
    asked = exercise(attack("pays", WORK, PAY, then="select current_setting('timezone')", gives=(("UTC",),)))
    (result,) = lab.run(asked, {"solution.sql": spoilt.encode()})
    assert result.verdict is Verdict.ACCEPTED, result.message


def test_a_notice_turned_off_makes_nothing_hang(lab):
    deaf = DDL.replace("as $$ insert", "set client_min_messages = error as $$ insert")
    results = list(lab.run(exercise(), {"solution.sql": deaf.encode()}))
    assert {result.verdict for result in results} == {Verdict.ACCEPTED}, results


def test_nothing_is_left_for_the_next_submission(lab):
    before = _there(lab)
    list(lab.run(exercise(), {"solution.sql": DDL.encode()}))
    (result,) = lab.run(exercise(attack("gone", WORK, "select 1 from charges")), {"solution.sql": b"select 1"})
    assert "does not exist" in result.message
    lab._rooms._working.join()
    assert _there(lab) <= before | _there(lab, "r_%") | {base.NAME}
    assert not [name for name in _there(lab, "r_%") if name.count("_") > 2]


def _there(lab, like="%"):
    with lab._server.connect() as owner:
        return {
            str(name) for (name,) in owner.execute("select datname from pg_database where datname like %s", (like,))
        }
