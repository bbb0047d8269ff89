"""Races on the real server: schedules, waiting, deadlocks, retries, and the same end every time."""

from dataclasses import replace

import pytest

from greenroom.core.exercise import Exercise, Kind
from greenroom.core.question import Level
from greenroom.core.race import Invariant
from greenroom.core.sql import Form, Sql
from greenroom.core.timeline import Event
from greenroom.core.verdict import Verdict
from greenroom.engines.sqllab import AuthorsFault

WRONG, RIGHT = Verdict.WRONG_ANSWER, Verdict.ACCEPTED
DDL = "create table counters (id bigint primary key, n bigint not null); create table log (who text, n bigint);"
DATA = "insert into counters values (1, 10), (2, 10)"
COUNTED = Invariant(name="counted", about="", sql="select n from counters where id = 1", gives=((13,),))
READ_THEN_WRITE = """-- step read
select n from counters where id = :row {lock}
-- into n
-- step write
update counters set n = :n + :by where id = :row
"""
SAFE = "-- step add\nupdate counters set n = n + :by where id = :row"
CROSS = """{head}-- step own
update counters set n = n + :by where id = :row
-- step other
update counters set n = n + :by where id = 3 - :row
"""


def exercise(*invariants, schedules="all", sessions=None):
    about = Sql(
        form=Form.RACE, schema="counters", set="normal", ddl=DDL, data={"normal": DATA}, schedules=schedules,
        sessions=sessions or {"a": {"row": 1, "by": 1}, "b": {"row": 1, "by": 2}}, invariants=invariants or (COUNTED,),
    )  # fmt: skip
    return Exercise(
        id="x", slug="race", title="", summary="", why="", kind=Kind.SQL, level=Level.MID, competencies=(),
        question="", parts=(), sql=about,
    )  # fmt: skip


@pytest.fixture
def raced(lab):
    def raced(source, asked=None):
        return list(lab.run(asked or exercise(), {"solution.sql": source.encode()}))

    return raced


def test_a_lost_update_is_found_and_its_simplest_schedule_drawn(raced):
    (result,) = raced(READ_THEN_WRITE.format(lock=""))
    assert (result.case, result.verdict) == ("counted", WRONG)
    assert "It breaks in 18 of 20 schedules." in result.message
    assert "select n from counters where id = 1 gives 12, and not 13" in result.timeline.after
    told = [(moment.session, moment.step, moment.event) for moment in result.timeline.moments]
    assert told == [
        ("a", "read", Event.DONE), ("a", "write", Event.DONE), ("b", "read", Event.DONE), ("b", "write", Event.WAITS),
        ("a", "commit", Event.DONE), ("b", "write", Event.DONE), ("b", "commit", Event.DONE),
    ]  # fmt: skip
    assert result.timeline.moments[0].rows.rows == (("10",),)


@pytest.mark.parametrize("source", [READ_THEN_WRITE.format(lock="for update"), SAFE])
def test_a_lock_or_one_statement_holds_in_every_schedule(raced, source):
    (result,) = raced(source)
    assert result.verdict is RIGHT, result.message


def test_a_serialization_failure_has_to_be_tried_again(raced):
    source = "-- isolation: repeatable read\n{}" + READ_THEN_WRITE.format(lock="")
    (without,) = raced(source.format(""))
    assert without.verdict is WRONG
    assert Event.GAVE_UP in {moment.event for moment in without.timeline.moments}
    (again,) = raced(source.format("-- retry: 1\n"))
    assert again.verdict is RIGHT


def test_a_deadlock_is_the_server_s_and_the_one_who_closes_the_circle_is_refused(raced, lab):
    both = exercise(sessions={"a": {"row": 1, "by": 1}, "b": {"row": 2, "by": 2}})
    (without,) = raced(CROSS.format(head=""), both)
    assert without.verdict is WRONG
    gave_up = [moment for moment in without.timeline.moments if moment.event is Event.GAVE_UP]
    assert [moment.said for moment in gave_up] == ["40P01: deadlock detected"]
    (again,) = raced(CROSS.format(head="-- retry: 2\n"), both)
    assert again.verdict is RIGHT
    line = lab.replay(both, {"solution.sql": CROSS.format(head="-- retry: 2\n").encode()}, "a1 b1 a2 b2")
    told = [(moment.session, moment.event, moment.attempt) for moment in line.moments[:6]]
    assert told == [
        ("a", Event.DONE, 1), ("b", Event.DONE, 1), ("a", Event.WAITS, 1), ("b", Event.AGAIN, 1), ("a", Event.DONE, 1),
        ("a", Event.DONE, 1),
    ]  # fmt: skip


def test_a_schedule_can_be_run_again_by_its_name(raced, lab):
    (result,) = raced(READ_THEN_WRITE.format(lock=""))
    again = lab.replay(exercise(), {"solution.sql": READ_THEN_WRITE.format(lock="").encode()}, result.timeline.name)
    assert again.moments == result.timeline.moments
    assert again.after == f"counted: {result.timeline.after}"
    for name in ("", "a1 z1", "first"):
        with pytest.raises(ValueError, match=r"is no schedule|names a session"):
            lab.replay(exercise(), {"solution.sql": SAFE.encode()}, name)


def test_twenty_runs_end_alike_with_their_time_lines(raced):
    both = exercise(
        sessions={"a": {"row": 1, "by": 1}, "b": {"row": 2, "by": 2}}, schedules=("a1 b1 a2 b2", "b1 a1 a2")
    )
    source = CROSS.format(head="-- isolation: serializable\n-- retry: 1\n")
    broken = exercise(
        Invariant(name="counted", about="", sql="select n from counters where id = 1", gives=((0,),)),
        schedules=both.sql.schedules, sessions=both.sql.sessions,
    )  # fmt: skip
    runs = [raced(source, broken) for _ in range(20)]
    assert all(run == runs[0] for run in runs)


def test_write_skew_passes_under_repeatable_read_and_not_under_serializable(raced):
    skew = """-- isolation: {level}
-- retry: 2
-- step look
select sum(n) from counters
-- into sum
-- step take
update counters set n = n - 15 where id = :row and :sum >= 15
"""
    asked = exercise(
        Invariant(name="not-negative-together", about="", sql="select sum(n) >= 0 from counters", gives=((True,),)),
        sessions={"a": {"row": 1, "by": 0}, "b": {"row": 2, "by": 0}},
    )  # fmt: skip
    assert raced(skew.format(level="repeatable read"), asked)[0].verdict is WRONG
    assert raced(skew.format(level="serializable"), asked)[0].verdict is RIGHT


def test_three_sessions_wait_in_a_row(raced):
    three = {name: {"row": 1, "by": by} for name, by in (("a", 1), ("b", 1), ("c", 1))}
    (result,) = raced(SAFE, exercise(sessions=three))
    assert (result.verdict, result.message) == (RIGHT, "It holds after each of 90 schedules.")


def test_schedules_beyond_the_cap_are_chosen_evenly_and_told(raced):
    (result,) = raced(SAFE + "".join(f"\n-- step s{n}\nselect 1" for n in range(4)))
    assert "100 schedules, chosen evenly of 924" in result.message


def test_what_a_schedule_changed_is_put_back_with_what_refers_to_it(raced):
    ddl = "create table p (id bigint primary key); create table c (id bigint generated always as identity, p bigint" \
          " references p (id)); create table still (n bigint); " + DDL  # fmt: skip
    data = "insert into p values (1); insert into c (p) values (1); insert into still values (7); " + DATA
    asked = exercise(
        Invariant(name="two-more", about="", sql="select count(*), max(id) from c", gives=((3, 3),)),
        Invariant(name="still", about="", sql="select n from still", gives=((7,),)),
    )  # fmt: skip
    asked = replace(asked, sql=replace(asked.sql, ddl=ddl, data={"normal": data}))
    results = raced("-- step add\ninsert into c (p) values (:row)\n-- step parent\nselect count(*) from p", asked)
    assert [result.verdict for result in results] == [RIGHT, RIGHT], results


def test_a_constraint_below_once_holds_for_all(raced):
    source = (
        "-- once\ncreate unique index on log (n)\n-- step note\ninsert into log values ('x', 1) on conflict do nothing"
    )
    asked = exercise(Invariant(name="one", about="", sql="select count(*) from log", gives=((1,),)))
    assert raced(source, asked)[0].verdict is RIGHT
    assert raced(source.replace("-- once\ncreate unique index on log (n)\n", "").replace(" on conflict do nothing", ""),
                 asked)[0].verdict is WRONG  # fmt: skip


@pytest.mark.parametrize(
    "source, verdict, says",
    [
        ("", Verdict.COMPILE_ERROR, "holds no step"),
        ("-- step one\n", Verdict.COMPILE_ERROR, "Step one, line 2: holds no statement"),
        ("begin", Verdict.COMPILE_ERROR, "begins with BEGIN"),
        ("-- step a\nset deadlock_timeout = 1", Verdict.COMPILE_ERROR, "begins with SET"),
        ("-- step a\nselect 1; commit", Verdict.COMPILE_ERROR, "Step a: It holds several statements"),
        ("-- isolation: loose\n-- step a\nselect 1", Verdict.COMPILE_ERROR, "isolation is one of read committed"),
        ("-- retry: 99\n-- step a\nselect 1", Verdict.COMPILE_ERROR, "retry is a number from 0 to 5"),
        ("-- step a\nselect 1\n-- step a\nselect 1", Verdict.COMPILE_ERROR, "same name"),
        ("-- step a\nselect :nothing", Verdict.COMPILE_ERROR, "uses :nothing, which nobody gives; there is :row, :by"),
        ("-- step a\n\nselect n\nfrom counter where id = :row", Verdict.COMPILE_ERROR, "line 4, column 6"),
        ("-- step a\nselect * into temporary x from counters", Verdict.RUNTIME_ERROR, "not allowed here"),
        ("-- step a\nselect pg_sleep(1)", Verdict.RUNTIME_ERROR, "not allowed here"),
        ("-- step a\nselect generate_series(1, 1000000000)", Verdict.OUTPUT_LIMIT, "more than 1,000 rows"),
        ("-- step a\nselect pg_advisory_lock(1)", Verdict.RUNTIME_ERROR, "not allowed here"),
        ("-- once\ndrop table log\n-- step a\nselect 1", Verdict.COMPILE_ERROR, "below `-- once` stands one"),
        ("-- once\nalter table counters add check (n > 10)\n-- step a\nselect 1",
         Verdict.RUNTIME_ERROR, "The rows break"),
        ("-- once\nalter table counters add check (pg_read_file('/etc/passwd') is null)\n-- step a\nselect 1",
         Verdict.RUNTIME_ERROR, "permission denied"),
    ],
)  # fmt: skip
def test_what_cannot_be_played_is_told_once(raced, source, verdict, says):
    (result,) = raced(source)
    assert (result.case, result.verdict) == ("", verdict), result.message
    assert says in result.message


def test_an_invariant_that_cannot_be_asked_is_the_author_s_fault(raced):
    with pytest.raises(AuthorsFault, match='an invariant: Relation "nothing" does not exist'):
        raced(SAFE, exercise(Invariant(name="x", about="", sql="select 1 from nothing", gives=((1,),))))


def test_parameters_are_not_found_in_text_comments_and_casts(raced):
    source = "-- step a\nselect ':row', n::text /* :nothing */ from counters where id = :row -- :nothing"
    line = raced(source, exercise(Invariant(name="no", about="", sql="select 1", gives=((2,),))))[0].timeline
    assert line.moments[0].rows.rows == ((":row", "10"),)
