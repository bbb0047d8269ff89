"""Schemas under attack, on the real server."""

import json
import os
import signal

import pytest

from greenroom.codec import dump, read
from greenroom.core.attack import Attack, Must
from greenroom.core.exercise import Exercise, Kind
from greenroom.core.outcome import CaseResult
from greenroom.core.question import Level
from greenroom.core.sql import Form, Sql
from greenroom.core.timeline import Event
from greenroom.core.verdict import Verdict
from greenroom.engines.sqllab import Lab

WRONG, RIGHT = Verdict.WRONG_ANSWER, Verdict.ACCEPTED
DDL = """
create table charge (id bigint generated always as identity primary key, account bigint not null,
    amount bigint not null check (amount > 0), key text not null unique);
create view charges as select id, account, amount, key from charge;
create function charge(p_key text, p_account bigint, p_amount bigint) returns bigint language sql
as $$ insert into charge (account, amount, key) values (p_account, p_amount, p_key) returning id $$;
"""
FAIL, WORK = Must.FAIL, Must.WORK
PAY = "select charge('k', 1, 5)"


def attack(name, must, *steps, then="", gives=()):
    return Attack(name=name, about="", must=must, steps=steps, then=then, gives=gives)


ATTACKS = (
    attack("pays", WORK, PAY, then="select key, amount from charges", gives=(("k", 5),)),
    attack("negative", FAIL, "select charge('k', 1, -5)", then="select count(*) from charges", gives=((0,),)),
    attack("at-once", FAIL, "a: begin", f"a: {PAY}", "b: begin", f"b: {PAY}", "a: commit", "b: commit",
           then="select count(*) from charges", gives=((1,),)),
)  # fmt: skip


def exercise(*attacks, before=()):
    return Exercise(
        id="x", slug="charges", title="", summary="", why="", kind=Kind.SQL, level=Level.MID, competencies=(),
        question="", parts=(), sql=Sql(form=Form.SCHEMA, asks="x", attacks=attacks or ATTACKS, before=before),
    )  # fmt: skip


@pytest.fixture
def attacked(lab):
    def attacked(ddl, *attacks, before=()):
        results = lab.run(exercise(*attacks, before=before), {"solution.sql": ddl.encode()})
        return {result.case: result for result in results}

    return attacked


def verdicts(results):
    return {name: result.verdict for name, result in results.items()}


def test_a_schema_that_holds_passes_and_the_server_s_own_words_are_shown(attacked):
    results = attacked(DDL)
    assert verdicts(results) == {"pays": RIGHT, "negative": RIGHT, "at-once": RIGHT}
    assert 'violates check constraint "charge_amount_check"' in results["negative"].message
    (moment,) = results["negative"].timeline.moments
    assert (moment.statement, moment.event) == ("select charge('k', 1, -5)", Event.REFUSED)
    assert moment.said.startswith("23514: new row")


def test_a_step_that_waits_is_seen_waiting_and_ends_when_it_can(attacked):
    moments = attacked(DDL)["at-once"].timeline.moments
    told = [(moment.session, moment.event, moment.waits_for, moment.waited) for moment in moments]
    assert told == [
        ("a", Event.DONE, (), False), ("a", Event.DONE, (), False), ("b", Event.DONE, (), False),
        ("b", Event.WAITS, ("a",), False), ("a", Event.DONE, (), False), ("b", Event.REFUSED, (), True),
        ("b", Event.DONE, (), False),
    ]  # fmt: skip


OTHER_LAYOUT = """
create table receipts (key text primary key, payer bigint, pence numeric, check (pence >= 1));
create view charges as select 1 as id, payer as account, pence::bigint as amount, key from receipts;
create function charge(k text, a bigint, p bigint) returns bigint language plpgsql
as $$ begin insert into receipts values (k, a, p); return 1; end $$;
"""


def test_another_layout_that_offers_the_same_passes_too(attacked):
    assert set(verdicts(attacked(OTHER_LAYOUT)).values()) == {RIGHT}


@pytest.mark.parametrize(
    "old, new, failing, says",
    [
        ("check (amount > 0)", "", "negative", "has to be refused and went through"),
        (" unique", "", "at-once", "has to be refused and went through"),
        ("p_amount, p_key", "p_amount + 1, p_key", "pays", "afterwards select key, amount from charges gives k, 6"),
        ("check (amount > 0)", "check (amount > 5)", "pays", "has to work and was refused: 23514"),
        ("p_account bigint, p_amount", "p_account text, p_amount", "negative", "could not be run: 42883"),
    ],
)  # fmt: skip
def test_a_schema_that_does_not_hold_fails_the_attack(attacked, old, new, failing, says):
    ddl = DDL.replace(old, new)
    if "text, p_amount" in new:
        ddl = DDL.replace("function charge(", "function other(")
    results = attacked(ddl)
    assert results[failing].verdict is WRONG
    assert says in results[failing].message


def test_what_a_refused_step_left_behind_is_noticed(attacked):
    careless = DDL.replace("as $$ insert", "as $$ insert into charge (account, amount, key) values (1, 1, 'x'); insert")
    committed = attack("two-steps", FAIL, PAY, "select charge('l', 1, 0)",
                       then="select count(*) from charges", gives=((0,),))  # fmt: skip
    result = attacked(careless.replace(" unique", ""), committed)["two-steps"]
    assert "but afterwards select count(*) from charges gives 2, and not 0" in result.message


def test_a_long_time_line_is_cut_and_goes_through_json(attacked):
    long = attack("long", WORK, *["select 'x' || repeat('y', 300) as t from generate_series(1, 9)"] * 70)
    result = attacked(DDL, long)["long"]
    timeline = result.timeline
    assert (len(timeline.moments), timeline.more) == (60, 10)
    rows = timeline.moments[0].rows
    assert (len(rows.rows), rows.more, len(rows.rows[0][0])) == (5, 4, 200)
    assert read(CaseResult, json.loads(json.dumps(dump(result)))) == result


def test_attacks_do_not_see_each_other_and_what_runs_before_is_there_for_all(attacked):
    counts = [attack(f"n{n}", WORK, PAY, then="select count(*) from charges", gives=((2,),)) for n in range(3)]
    results = attacked(DDL, *counts, before=("select charge('before', 1, 1)",))
    assert set(verdicts(results).values()) == {RIGHT}


def test_a_deferred_constraint_speaks_at_the_commit(attacked):
    ddl = """create table line (id bigint generated always as identity, amount bigint);
        create function balanced() returns trigger language plpgsql as $$ begin
            if (select sum(amount) from line) <> 0 then raise exception 'not balanced'; end if; return null; end $$;
        create constraint trigger balanced after insert on line deferrable initially deferred for each row
            execute function balanced();
        create function post(n bigint) returns void language sql as 'insert into line (amount) values (n)';"""
    good = attack("good", WORK, "begin", "select post(5)", "select post(-5)", "commit")
    bad = attack("bad", FAIL, "begin", "select post(5)", "commit")
    results = attacked(ddl, good, bad)
    assert verdicts(results) == {"good": RIGHT, "bad": RIGHT}
    assert results["bad"].message == "Refused: P0001: not balanced"


def test_an_exclusion_constraint_may_mix_columns_and_ranges(attacked):
    ddl = "create table stay (room bigint, during daterange, exclude using gist (room with =, during with &&))"
    one, two = (
        "insert into stay values (1, '[2026-03-01,2026-03-05)')",
        "insert into stay values (1, '[2026-03-04,)')",
    )
    assert verdicts(attacked(ddl, attack("overlap", FAIL, one, two))) == {"overlap": RIGHT}


@pytest.mark.parametrize(
    "ddl, verdict, says",
    [
        ("create table x (\n  id bigin)", Verdict.COMPILE_ERROR, 'Type "bigin" does not exist, line 2, column 6'),
        ("begin; create table x ()", Verdict.COMPILE_ERROR, "leaves a transaction open"),
        ("create table x (n int check (n > 0)); insert into x values (0)", Verdict.RUNTIME_ERROR, "violates check"),
        ("", WRONG, "What runs before the attacks was refused: select charge"),
        (b"\xff", Verdict.COMPILE_ERROR, "not UTF-8"),
    ],
)
def test_what_cannot_be_made_is_told_once(lab, ddl, verdict, says):
    source = ddl if isinstance(ddl, bytes) else ddl.encode()
    (result,) = lab.run(exercise(before=("select charge('b', 1, 1)",)), {"solution.sql": source})
    assert (result.case, result.verdict) == ("", verdict)
    assert says in result.message


def test_a_server_that_is_killed_between_attacks_is_started_again(tmp_path):
    with Lab(tmp_path, idle=0) as lab:
        seen = {}
        for result in lab.run(exercise(), {"solution.sql": DDL.encode()}):
            if not seen:
                pid = int((tmp_path / "sqllab/data/postmaster.pid").read_text().split("\n")[0])
                os.kill(pid, signal.SIGKILL)
            seen[result.case] = result.verdict
        assert seen == {"pays": RIGHT, "negative": RIGHT, "at-once": RIGHT}
