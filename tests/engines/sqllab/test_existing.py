"""The lab on a server that was there before, with a login that is no superuser and a password that is asked for."""

import subprocess
from pathlib import Path

import psycopg
import pytest

from greenroom.core.verdict import Verdict
from greenroom.engines.sqllab import Lab
from tests.postgres import server

from .examples import REFERENCE, exercise


@pytest.fixture(scope="module")
def theirs():
    """A second server, which asks everybody but its owner for a password; the folder of its socket."""
    with server() as folder:
        hba = Path(folder, "data", "pg_hba.conf")
        hba.write_text("local all greenroom trust\nlocal all all scram-sha-256\n")
        with owner(folder) as connection:
            connection.execute("select pg_reload_conf()")
            connection.execute("create role lab login createdb createrole password 'open sesame'")
            connection.execute("create database t_mine")
        yield folder


def owner(folder):
    return psycopg.connect(host=folder, dbname="postgres", user="greenroom", autocommit=True)


def address(folder, login="lab:open%20sesame"):
    return f"postgresql://{login}@/postgres?host={folder}"


@pytest.fixture
def lab(theirs, tmp_path):
    with Lab(tmp_path, idle=0, address=address(theirs)) as lab:
        assert lab.missing() is None
        yield lab


def judged(lab, sql):
    return [result.verdict for result in lab.run(exercise(), {"solution.sql": sql.encode()})]


def test_queries_are_judged_there_and_no_other_server_is_started(lab, tmp_path):
    assert set(judged(lab, REFERENCE)) == {Verdict.ACCEPTED}
    assert Verdict.WRONG_ANSWER in judged(lab, REFERENCE.replace("left join", "join"))
    assert [table.name for table in lab.tables(exercise())] == ["people", "visits"]
    assert not (tmp_path / "sqllab").exists()


def test_what_else_lies_there_is_neither_touched_nor_reached(lab, theirs):
    judged(lab, REFERENCE)
    assert judged(lab, "select dblink('dbname=t_mine', 'select 1')")[0] is not Verdict.ACCEPTED
    assert judged(lab, "create table mine (id int)")[0] is not Verdict.ACCEPTED
    lab.close()
    with owner(theirs) as connection:
        names = {name for (name,) in connection.execute("select datname from pg_database")}
        assert "t_mine" in names
        assert not any(name.startswith("r_") for name in names)
        roles = connection.execute("select count(*) from pg_roles where rolname like 'r\\_%' or rolsuper").fetchone()
        assert roles == (1,)  # the owner of the server


def test_a_statement_that_lifts_its_own_limit_is_ended_from_outside(lab, theirs):
    endless = "select set_config('statement_timeout', '0', false), count(*) from generate_series(1, 1e9)"
    assert judged(lab, endless)[0] is Verdict.TIME_LIMIT
    lab.close()
    with owner(theirs) as connection:
        left = "select count(*) from pg_stat_activity where usename like 'r\\_%'"
        assert connection.execute(left).fetchone() == (0,)


def test_psql_is_led_there(lab):
    with lab.visited(exercise()) as where:
        said = subprocess.run(
            [lab.psql(), "--no-psqlrc", "-Atc", "select count(*) from people"],
            env=where,
            capture_output=True,
            text=True,
        )
    assert said.stdout.strip() == "3", said.stderr


@pytest.mark.parametrize(
    "login, says",
    [
        ("lab:wrong", "cannot be reached"),
        ("greenroom", "is no superuser"),
        ("poor:open%20sesame", "may make databases and roles"),
    ],
)
def test_a_login_that_does_not_fit_is_told(theirs, tmp_path, login, says):
    with owner(theirs) as connection:
        connection.execute("drop role if exists poor; create role poor login password 'open sesame'")
    missing = Lab(tmp_path, address=address(theirs, login)).missing()
    assert missing is not None
    assert says in missing
    assert "sesame" not in missing


def test_an_address_that_is_none_is_told_with_the_form(tmp_path):
    assert "write postgresql://USER:PASSWORD@HOST:PORT/postgres" in Lab(tmp_path, address="what is this").missing()
