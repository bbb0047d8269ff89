"""Plans as facts: sums over roots, the node that touched most, and what a guess at it is worth."""

import pytest

from greenroom.core.query_plan import PlanNode, marked, plan_of


def node(kind, depth, buffers, own):
    return PlanNode(kind=kind, depth=depth, cost=1.0, estimated=1, actual=1, buffers=buffers, own=own)


PLAN = plan_of((node("Limit", 0, 100, 0), node("Sort", 1, 100, 10), node("Seq Scan", 2, 90, 90)))


def test_the_worst_node_is_the_one_that_touched_most_by_itself():
    assert PLAN.nodes[PLAN.worst].kind == "Seq Scan"
    assert PLAN.buffers == 100


def test_what_a_statement_sets_off_is_added():
    plan = plan_of((node("Delete", 0, 6, 2), node("Index Scan", 1, 4, 4), node("LockRows", 0, 900, 0)), wal_bytes=54)
    assert (plan.buffers, plan.wal_bytes) == (906, 54)


def test_of_equals_the_first_is_the_worst_and_any_of_them_is_a_right_guess():
    plan = plan_of((node("Append", 0, 10, 0), node("Seq Scan", 1, 5, 5), node("Seq Scan", 1, 5, 5)))
    assert plan.worst == 1
    assert marked(plan, 2).right


def test_a_wrong_guess_names_both_nodes():
    said = marked(PLAN, 1)
    assert (said.right, said.marked.kind, said.worst.kind) == (False, "Sort", "Seq Scan")


@pytest.mark.parametrize("at", [-1, 3])
def test_a_guess_at_no_node_is_refused(at):
    with pytest.raises(IndexError, match="has 3 nodes"):
        marked(PLAN, at)


def test_a_node_says_what_it_reads():
    assert PLAN.nodes[2].said == "Seq Scan"
    assert PlanNode(kind="Seq Scan", depth=0, relation="a", cost=1, estimated=1, actual=1, buffers=1, own=1).said == (
        "Seq Scan on a"
    )
