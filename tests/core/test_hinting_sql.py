"""A submission to the SQL lab gets the hints of the wrong solution that fails as it does."""

from dataclasses import replace

from greenroom.core.attack import Attack, Must
from greenroom.core.exercise import Exercise, Hints, Kind, Wrong
from greenroom.core.hinting import closest
from greenroom.core.question import Level
from greenroom.core.race import Invariant
from greenroom.core.sql import Form, Sql
from greenroom.core.verdict import Verdict

ATTACKS = tuple(Attack(name=name, about="", must=Must.FAIL, steps=("select 1",)) for name in ("one", "two", "three"))
INVARIANTS = tuple(Invariant(name=name, about="", sql="select 1", gives=((1,),)) for name in ("one", "two", "three"))


def exercise(sql):
    wrong = [
        Wrong(
            name=f"w{n}",
            mistake="",
            verdict=Verdict.WRONG_ANSWER,
            fails=fails,
            hints=Hints(where="", idea="", change=""),
        )
        for n, fails in enumerate((("one",), ("two", "three")))
    ]
    return Exercise(
        id="x", slug="x", title="", summary="", why="", kind=Kind.SQL, level=Level.MID, competencies=(), question="",
        parts=(), wrong=tuple(wrong), sql=sql,
    )  # fmt: skip


def test_by_attacks_and_by_invariants():
    for sql in (Sql(form=Form.SCHEMA, attacks=ATTACKS), Sql(form=Form.RACE, invariants=INVARIANTS)):
        assert closest(exercise(sql), 1, ["one"], Verdict.WRONG_ANSWER).name == "w0"
        assert closest(exercise(sql), 1, ["three", "two"], Verdict.WRONG_ANSWER).name == "w1"
        assert closest(exercise(sql), 1, ["three", "one"], Verdict.WRONG_ANSWER).name == "w0"


def test_by_data_sets():
    assert closest(exercise(Sql(form=Form.QUERY, sets=("one", "two"))), 1, ["two"], Verdict.WRONG_ANSWER).name == "w1"


def test_a_query_is_not_named_after_a_mistake_that_fails_half_the_same_sets_or_is_one_of_two():
    sql = Sql(form=Form.QUERY, sets=("one", "two", "three"))
    assert closest(exercise(sql), 1, ["two"], Verdict.WRONG_ANSWER) is None
    twice = exercise(sql)
    twice = replace(twice, wrong=(*twice.wrong, replace(twice.wrong[0], name="w2")))
    assert closest(twice, 1, ["one"], Verdict.WRONG_ANSWER) is None
    assert closest(twice, 1, ["two", "three"], Verdict.WRONG_ANSWER).name == "w1"
