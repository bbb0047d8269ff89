"""SQL exercises: begun by writing, judged set by set, run on the set that may be seen, with hints and a report."""

from dataclasses import replace

import pytest

from greenroom.core.exercise import Kind
from greenroom.core.outcome import AtFault
from greenroom.core.verdict import Verdict
from greenroom.practice import (
    code_drafts,
    exercises,
    hints,
    keeping,
    labs,
    reports,
    sittings,
    sql_results,
    submissions,
    tables,
)
from greenroom.practice.errors import NotHere, Unusable
from greenroom.practice.judging import judge, kind_of
from greenroom.practice.shelves import version_of
from greenroom.records.models import Submission

SLUG = "seats-left"


@pytest.fixture
def hand_in(alice, state, sql_lab):
    def given(name="reference", **more):
        id = submissions.submit(alice, SLUG, state(name), **more)
        assert judge(id, sql_lab)
        return submissions.open(alice, id)

    return given


def test_it_is_there_at_once_with_what_it_is_judged_by(alice, seats_left):
    sheet = exercises.open(alice, SLUG)
    assert (sheet.kind, sheet.sitting, sheet.state) == (Kind.SQL, None, "new")
    assert (sheet.sql.visible, sheet.sql.cases, sheet.sql.order) == ("normal", 5, ())


def test_writing_begins_the_sitting(alice, seats_left):
    code_drafts.keep(alice, SLUG, "sql", "select 1")
    assert sittings.open(alice, SLUG).language == "sql"
    assert next(iter(exercises.open(alice, SLUG).code.values())) == "select 1"


def test_a_right_statement_passes_every_set_and_opens_the_reference(alice, hand_in):
    sheet = hand_in()
    assert [row.result.case for row in sheet.progress.results] == ["normal", "empty", "nulls", "duplicates", "full"]
    assert (sheet.passed, sheet.progress.expected) == (True, 5)
    assert sheet.progress.results[1].about == "No rows at all."
    assert sheet.engine_version == version_of(Kind.SQL) != version_of(Kind.CODE)
    assert exercises.open(alice, SLUG).reference


def test_a_wrong_statement_shows_the_smallest_rows_once(hand_in):
    sheet = hand_in("forgets-the-empty-sum")
    assert sheet.progress.verdict is Verdict.WRONG_ANSWER
    grids = {row.result.case: row.result.grid for row in sheet.progress.results if row.result.grid}
    assert list(grids) == ["normal", "nulls"]
    assert grids["normal"].smallest
    assert not grids["nulls"].input


def test_a_run_shows_rows_and_judges_nothing(alice, hand_in):
    sheet = hand_in("loses-the-quiet-ferry", scope="visible")
    (row,) = sheet.progress.results
    assert (row.result.case, row.result.grid.expected.columns) == ("normal", ())
    assert len(row.result.grid.actual.rows) == 2
    assert not sheet.passed
    assert exercises.open(alice, SLUG).reference == {}


def test_a_run_that_does_not_read_says_where(alice, seats_left, sql_lab):
    id = submissions.submit(alice, SLUG, {"solution.sql": b"select\n  idd from ferries"}, scope="visible")
    judge(id, sql_lab)
    (row,) = submissions.open(alice, id).progress.results
    assert row.result.verdict is Verdict.COMPILE_ERROR
    assert "line 2, column 3" in row.result.message


@pytest.mark.parametrize(
    "files", [{"solution.py": b"x = 1"}, {"solution.sql": b"select 1", "tests.txt": b"a: [] -> 1"}, {}]
)
def test_what_is_no_statement_is_refused_before_any_row(alice, seats_left, files):
    with pytest.raises(Unusable):
        submissions.submit(alice, SLUG, files)
    assert exercises.open(alice, SLUG).sitting is None


def test_a_named_mistake_is_met_with_its_own_hints(alice, hand_in):
    assert not hints.open(alice, SLUG).fitting
    hand_in("lists-full-ferries")
    ladder = hints.climb(alice, SLUG)
    assert ladder.fitting
    assert ladder.mistake == "Lists ferries with no seat left."
    assert ladder.opened[0].text == "Look at a ferry whose bookings fill it."


def test_a_hint_can_be_opened_before_anything_is_written(alice, seats_left):
    assert hints.open(alice, SLUG).next == 1
    assert [hint.level for hint in hints.climb(alice, SLUG).opened] == [1]


def test_the_report_tells_submissions_and_what_they_show(alice, hand_in):
    hand_in("lists-full-ferries")
    hand_in()
    report = reports.open(alice, SLUG)
    assert (report.submissions, report.own_tests, report.evidence) == (2, None, "without a hint")


def test_the_lab_of_a_submission_is_told_by_its_exercise(alice, solve, state):
    assert kind_of(submissions.submit(alice, SLUG, state())) is Kind.SQL
    assert kind_of(submissions.submit(alice, "seats-on-a-ferry", solve())) is Kind.CODE


def test_it_says_what_the_lab_does_before_the_first_result(alice, state, settings, tmp_path, sql_lab):
    settings.HOME = tmp_path
    id = submissions.submit(alice, SLUG, state())
    assert "PostgreSQL" in submissions.since(alice, id).warming
    judge(id, sql_lab)
    assert submissions.since(alice, id).warming == ""


def test_tables_are_read_once_and_kept(alice, seats_left, sql_lab):
    (ferries, bookings) = tables.open(alice, SLUG)
    assert [column.name for column in ferries.columns] == ["id", "name", "seats"]
    assert (ferries.comment, bookings.columns[1].refers_to) == ("What can be booked.", "ferries (id)")
    assert len(ferries.sample.rows) == 4
    assert exercises.open(alice, SLUG).sql.tables == (ferries, bookings)


def test_code_has_no_tables(alice, seats_left):
    with pytest.raises(NotHere):
        tables.open(alice, "seats-on-a-ferry")


def test_what_was_submitted_is_exported_and_erased(alice, hand_in):
    hand_in()
    assert keeping.count(alice).submissions == 1
    assert b"submissions.json" in keeping.export(alice)
    assert keeping.erase(alice).case_rows == 5


def test_the_lab_says_what_it_lacks(seats_left):
    sheet = labs.known(Kind.SQL)
    assert (sheet.missing, sheet.languages) == (None, {"sql": True})


def test_what_is_wrong_with_the_exercise_is_its_authors_fault(alice, seats_left, sql_lab):
    about = replace(seats_left.sql, data=seats_left.sql.data | {"nulls": "insert into ferries values (1)"})
    (result,) = sql_results.judged(replace(seats_left, sql=about), {"solution.sql": b"select 1"}, sql_lab)
    assert (result.verdict, result.fault) == (Verdict.INTERNAL_ERROR, AtFault.EXERCISE)
    assert "data set nulls" in result.message


OTHER_SHAPE = b"""
select b.ferry as id, max(f.seats) - coalesce(sum(b.seats), 0) as free
from bookings as b, ferries as f
where f.id = b.ferry
group by b.ferry
having max(f.seats) > coalesce(sum(b.seats), 0);
"""


def test_a_statement_of_another_shape_gets_the_hints_of_the_mistake_whose_rows_it_gives(alice, seats_left, sql_lab):
    id = submissions.submit(alice, SLUG, {"solution.sql": OTHER_SHAPE})
    assert judge(id, sql_lab)
    assert Submission.objects.get(pk=id).resembles == "loses-the-quiet-ferry"
    assert hints.open(alice, SLUG).fitting
    assert hints.climb(alice, SLUG).mistake


def test_a_statement_with_rows_of_its_own_is_like_none(alice, seats_left, sql_lab):
    id = submissions.submit(alice, SLUG, {"solution.sql": b"select id, 0 as free from ferries where id < 0"})
    assert judge(id, sql_lab)
    assert Submission.objects.get(pk=id).resembles == ""


def test_looking_for_a_resemblance_that_fails_costs_no_verdict(alice, seats_left):
    class Broken:
        def resembles(self, *about):
            raise OSError("the server is gone")

    exercise = seats_left
    assert sql_results.resembles(exercise, {"solution.sql": b"select 1"}, ["normal"], Broken()) == ""
