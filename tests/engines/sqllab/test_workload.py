"""The rules of an index exercise, on plans made by hand."""

import pytest

from greenroom.core.query_plan import PlanNode, Plans, plan_of
from greenroom.core.sql import Form, Sql, Workload, WriteLoad
from greenroom.engines.sqllab.workload import against, budget, written


def node(kind, depth=0, relation="a", own=1, buffers=1, **more):
    about = {"cost": 1.0, "estimated": 1, "actual": 1, "index": "", "removed": 0} | more
    return PlanNode(kind=kind, depth=depth, relation=relation, own=own, buffers=buffers, **about)


SORT = node("Sort", relation="", own=0, buffers=500)
SCAN = node("Seq Scan", 1, own=500, buffers=500, removed=99, actual=2)
PLAN = plan_of((SORT, SCAN))


def query(**more):
    return Workload(**({"name": "q", "about": "", "per_minute": 10, "sql": "", "buffers": 1000} | more))


def test_a_plan_within_its_limits_is_told_nothing():
    assert against(query(forbid=("Seq Scan on b", "Hash Join")), PLAN) == []


def test_a_forbidden_node_is_named_with_what_it_costs():
    assert against(query(forbid=("Seq Scan on a",)), PLAN) == [
        "Seq Scan on a is not wanted here: it touches 500 buffers for 2 rows and throws 99 rows away"
    ]


def test_a_node_that_is_not_allowed_is_named():
    (said,) = against(query(allow=("Sort", "Index Scan on a")), PLAN)
    assert said.startswith("Seq Scan on a is not among the nodes that are allowed (Sort, Index Scan on a)")


def test_too_many_buffers_name_the_node_that_touches_most_and_once():
    (said,) = against(query(buffers=499), PLAN)
    assert said == "500 buffers, and at most 499 are asked; Seq Scan on a touches 500 of them and throws 99 rows away"
    assert against(query(buffers=499, forbid=("Seq Scan",)), PLAN)[1] == "500 buffers, and at most 499 are asked"


@pytest.mark.parametrize("most, told", [(2.9, 1), (3, 0)])
def test_a_guess_that_is_too_far_off_is_told(most, told):
    plan = plan_of((node("Seq Scan", estimated=3, actual=9),))
    assert len(against(query(estimate=most), plan)) == told


def test_a_scan_below_a_limit_stops_early_and_its_guess_says_nothing():
    below = (node("Limit", relation=""), node("Seq Scan", 1, estimated=900))
    assert against(query(estimate=2), plan_of(below)) == []
    beside = (*below, node("Seq Scan", 0, estimated=900))
    assert len(against(query(estimate=2), plan_of(beside))) == 1


def test_a_write_is_judged_by_buffers_and_log():
    write = WriteLoad(name="w", about="", per_minute=1, sql="", buffers=499, wal_bytes=99)
    told = written(write, plan_of(PLAN.nodes, wal_bytes=100))
    assert [said.split(",")[0] for said in told] == ["500 buffers", "100 bytes of write-ahead log"]


def test_the_budget_counts_weighs_and_names_what_nothing_reads():
    about = Sql(form=Form.INDEX, schema="s", budget=1, workload=(query(),))
    after = plan_of((node("Index Scan", index="used"),))
    within, said = budget(about, [("used", 1 << 20), ("idle", 1 << 20)], {"q": Plans(before=PLAN, after=after)})
    assert not within
    assert said == (
        "2 indexes (2 MB); the budget is 1. No query and no key check reads idle, and every write pays for it."
        " The queries touch 10 buffers a minute; without your indexes 5,000."
    )


def test_a_sum_with_a_gap_is_not_told():
    about = Sql(form=Form.INDEX, schema="s", budget=1, workload=(query(),))
    assert budget(about, [], {"q": Plans(before=PLAN)}) == (True, "0 indexes (0 MB); the budget is 1.")
