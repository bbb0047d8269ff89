"""Plans as trees."""

from greenroom.core.making import Making, TableMade
from greenroom.core.query_plan import PlanNode, Plans, marked, plan_of
from greenroom.practice.plans import GuessSheet
from greenroom.web.present.plan import guess_view, making_view, plan_view, plans_view


def node(kind, depth, own, buffers=None, **more):
    more = {"cost": 10.0, "estimated": 5, "actual": 5, **more}
    return PlanNode(kind=kind, depth=depth, own=own, buffers=own if buffers is None else buffers, **more)


SORT = node("Sort", 0, 0, 90, condition="Sort Key: id")
SCAN = node("Seq Scan", 1, 90, relation="orders", actual=5000, removed=20)
PLAN = plan_of((SORT, SCAN))


def test_the_node_that_touched_most_is_marked_with_its_share():
    sort, scan = plan_view(PLAN).nodes
    assert (sort.worst, sort.share, scan.worst, scan.share) == (False, 0, True, 100)
    assert (scan.depth, scan.rows, scan.figures) == (1, "5,000 rows, 5 guessed", ["20 read in vain", "cost 10"])


def test_a_wrong_guess_of_the_planner_is_told_but_not_where_a_limit_stopped_early():
    assert plan_view(PLAN).nodes[1].off
    below_a_limit = plan_of((node("Limit", 0, 0, 90), node("Seq Scan", 1, 90, estimated=5000)))
    assert not plan_view(below_a_limit).nodes[1].off


def test_before_and_after_stand_side_by_side():
    seen = plans_view(Plans(before=PLAN, after=plan_of((node("Index Scan", 0, 9, index="i"),)), most=12))
    assert [side.name for side in seen.sides] == ["Without your indexes", "With your indexes"]
    assert seen.told == "90 buffers before, 9 after: 10.0 times fewer."
    assert seen.most == "12"
    assert plans_view(Plans(before=None, after=PLAN)).sides[0].plan is None


def test_a_guess_is_judged_with_both_nodes_named():
    wrong = guess_view(GuessSheet(query="q", plan=PLAN, marked=marked(PLAN, 0)))
    assert (wrong.right, wrong.marked, wrong.worst, wrong.worst_own) == (False, "Sort", "Seq Scan on orders", "90")
    assert guess_view(GuessSheet(query="q", plan=PLAN, marked=marked(PLAN, 1))).right


def test_how_far_the_rows_are_is_said_in_numbers():
    made = (TableMade(table="a", rows=9, of=9), TableMade(table="b", rows=1000, of=2_000_000))
    assert making_view(Making(ready=False, step="rows", tables=made)) == "Making the rows, once: b 1,000 of 2,000,000"
    assert making_view(Making(ready=False, step="rows", failed="no room")) == "The rows cannot be made: no room"
    assert making_view(None) == "Starting PostgreSQL"
