"""Plans drawn as trees: before and after side by side, the node that touched most marked."""

from collections.abc import Mapping
from types import SimpleNamespace

from greenroom.core.making import Making
from greenroom.core.query_plan import Plan, PlanNode, Plans
from greenroom.practice.plans import GuessSheet

DEEPEST = 9  # levels that are drawn further in; what is deeper stands below the last


def plans_view(plans: Plans) -> SimpleNamespace:
    """Return what ``sql/plans.html`` names: ``sides`` are the plans that there are, the one before first."""
    sides = [
        SimpleNamespace(name=name, plan=plan_view(plan) if plan else None)
        for name, plan in (("Without your indexes", plans.before), ("With your indexes", plans.after))
    ]
    return SimpleNamespace(sides=sides, most=f"{plans.most:,}" if plans.most else "", told=_told(plans))


def plan_view(plan: Plan) -> SimpleNamespace:
    """Return a plan's nodes as they are drawn; ``share`` is a node's own part of all buffers, in hundredths."""
    return SimpleNamespace(
        buffers=f"{plan.buffers:,}",
        wal=f"{plan.wal_bytes:,}" if plan.wal_bytes else "",
        nodes=[_node(at, plan) for at in range(len(plan.nodes))],
    )


def node_name(node: PlanNode) -> str:
    """Return the node with what it reads and by which index."""
    return f"{node.said} using {node.index}" if node.index else node.said


def _node(at: int, plan: Plan) -> SimpleNamespace:
    node = plan.nodes[at]
    return SimpleNamespace(
        at=at,
        depth=min(node.depth, DEEPEST),
        kind=node.kind,
        relation=node.relation,
        index=node.index,
        name=node_name(node),
        condition=node.condition,
        figures=_figures(node),
        rows=_rows(node),
        off=_off(node) and not _stopped_early(at, plan),
        own=f"{node.own:,}",
        below=f"{node.buffers:,}" if node.buffers != node.own else "",
        share=round(100 * node.own / plan.buffers) if plan.buffers else 0,
        worst=at == plan.worst and node.own > 0,
    )


def _rows(node: PlanNode) -> str:
    """What came, and what the planner guessed."""
    guessed = f", {node.estimated:,} guessed" if node.estimated != node.actual else ""
    return f"{node.actual:,} row{'' if node.actual == 1 else 's'}{guessed}"


def _figures(node: PlanNode) -> list[str]:
    told = [f"{node.removed:,} read in vain"] if node.removed else []
    told += [f"{node.loops:,} times"] if node.loops > 1 else []
    return [*told, f"cost {node.cost:,.0f}"]


def _off(node: PlanNode) -> bool:
    """True when the planner's guess is wrong tenfold, which is where plans go astray."""
    most, least = max(node.estimated, node.actual), max(1, min(node.estimated, node.actual))
    return most >= 10 * least


def _stopped_early(at: int, plan: Plan) -> bool:
    """True below a node that takes only the first rows: what comes is then fewer than guessed, and rightly so."""
    depth = plan.nodes[at].depth
    for node in reversed(plan.nodes[:at]):
        if node.depth < depth:
            if node.kind == "Limit":
                return True
            depth = node.depth
    return False


def _told(plans: Plans) -> str:
    before, after = plans.before, plans.after
    if before and after and after.buffers < before.buffers and after.buffers:
        times = f"{before.buffers / after.buffers:,.1f}"
        return f"{before.buffers:,} buffers before, {after.buffers:,} after: {times} times fewer."
    if before and after:
        return f"{before.buffers:,} buffers before, {after.buffers:,} after."
    return ""


def before_view(plans: Mapping[str, Plan | None]) -> list[SimpleNamespace]:
    """Return the plans to guess at, by the name of the query; those that hit a limit have no plan."""
    return [SimpleNamespace(query=name, plan=plan_view(plan) if plan else None) for name, plan in plans.items()]


def guess_view(sheet: GuessSheet) -> SimpleNamespace:
    """Return what ``sql/guess.html`` names: whether the guess is right, both nodes in words, and the whole plan."""
    return SimpleNamespace(
        query=sheet.query,
        right=sheet.marked.right,
        marked=node_name(sheet.marked.marked),
        marked_own=f"{sheet.marked.marked.own:,}",
        worst=node_name(sheet.marked.worst),
        worst_own=f"{sheet.marked.worst.own:,}",
        plan=plan_view(sheet.plan),
    )


def making_view(making: Making | None) -> str:
    """Return in words how far the rows are."""
    if making is None:
        return "Starting PostgreSQL"
    if making.failed:
        return f"The rows cannot be made: {making.failed}"
    rows = ", ".join(
        f"{table.table} {table.rows:,} of {table.of:,}" for table in making.tables if table.rows < table.of
    )
    if making.ready:
        return "The rows are there; reading the plans"
    return f"Making the rows, once: {rows}" if rows else f"Making the rows, once: {making.step}"
