"""Index exercises: what is asked before, a guess at the worst node, and plans before and after."""

import pytest

from greenroom.core.language import Language
from greenroom.core.verdict import Verdict
from greenroom.practice import exercises, plans, submissions
from greenroom.practice.errors import NotHere, Unusable
from greenroom.practice.judging import judge
from greenroom.practice.shelves import library

SLUG = "tickets-at-the-gate"


@pytest.fixture
def tickets(seats_left):
    return library().exercises[SLUG]


def test_the_workload_and_its_limits_are_told_before(alice, tickets):
    sheet = exercises.open(alice, SLUG).sql
    assert (sheet.form, sheet.budget, sheet.cases) == ("index", tickets.sql.budget, len(tickets.sql.cases))
    first = tickets.sql.workload[0]
    assert (sheet.judged[0].name, sheet.judged[0].sql) == (first.name, first.sql.strip())
    assert f"at most {first.buffers:,} buffers" in sheet.judged[0].says


def test_a_guess_comes_before_the_answer_and_plans_before_and_after_with_it(alice, bob, tickets, sql_lab):
    """One test, as the million rows are made for it."""
    found = plans.before(alice, SLUG)
    assert list(found) == [each.name for each in tickets.sql.load]
    query, plan = next((name, plan) for name, plan in found.items() if plan)
    assert plans.guess(alice, SLUG, query, plan.worst).marked.right
    with pytest.raises(Unusable):
        plans.guess(alice, SLUG, query, 99)
    with pytest.raises(NotHere):
        plans.guess(alice, SLUG, "none-of-it", 0)
    assert plans.before(bob, SLUG) == found
    assert plans.far(alice, SLUG).ready

    id = submissions.submit(alice, SLUG, {"solution.sql": tickets.reference[Language.SQL].encode()})
    assert judge(id, sql_lab)
    sheet = submissions.open(alice, id)
    assert sheet.passed, [row.result.message for row in sheet.progress.results]
    assert sheet.progress.expected == len(sheet.progress.results)
    shown = next(row for row in sheet.progress.results if row.result.case == query)
    assert shown.result.plan.before == plan
    assert shown.about == tickets.sql.workload[0].about

    wrong = tickets.wrong[0]
    id = submissions.submit(alice, SLUG, {"solution.sql": wrong.files[Language.SQL].encode()})
    judge(id, sql_lab)
    assert submissions.open(alice, id).progress.verdict is Verdict.WRONG_ANSWER


def test_other_forms_have_no_plans(alice, tickets):
    with pytest.raises(NotHere):
        plans.before(alice, "seats-left")
