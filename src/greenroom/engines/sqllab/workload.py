"""What a plan may cost: the rules of an index exercise, and their words. Pure; nothing here knows the server."""

from collections.abc import Iterable, Sequence

from greenroom.core.query_plan import Plan, PlanNode, Plans
from greenroom.core.sql import Sql, Workload, WriteLoad


def against(query: Workload, plan: Plan) -> list[str]:
    """Return what ``plan`` does that ``query`` may not; nothing when all is well."""
    unwanted = [node for node in plan.nodes if any(_is(node, name) for name in query.forbid)][:2]
    others = [node for node in plan.nodes if query.allow and not any(_is(node, name) for name in query.allow)][:2]
    told = [f"{node.said} is not wanted here: {_cost(node)}" for node in unwanted]
    allowed = ", ".join(query.allow)
    told += [f"{n.said} is not among the nodes that are allowed ({allowed}): {_cost(n)}" for n in others]
    told += _too_many(plan, query.buffers, [*unwanted, *others])
    if query.estimate is not None:
        told += [_misjudged(node) for node in _scans(plan) if _off(node) > query.estimate]
    return told


def written(write: WriteLoad, plan: Plan) -> list[str]:
    """Return what the write costs too much; nothing when all is well."""
    told = _too_many(plan, write.buffers, [])
    if plan.wal_bytes > write.wal_bytes:
        told.append(
            f"{plan.wal_bytes:,} bytes of write-ahead log, and at most {write.wal_bytes:,} are asked: every index on"
            " the table is written too"
        )
    return told


def _too_many(plan: Plan, most: int, named: Sequence[PlanNode]) -> list[str]:
    if plan.buffers <= most:
        return []
    worst = plan.nodes[plan.worst]
    where = "" if worst in named else f"; {worst.said} touches {worst.own:,} of them{_thrown(worst)}"
    return [f"{plan.buffers:,} buffers, and at most {most:,} are asked{where}"]


def well(plans: Plans, wal_bytes: int = 0) -> str:
    """Return the line of a query or write that is within its limits."""
    assert plans.after is not None  # noqa: S101
    before = f"; {plans.before.buffers:,} without your indexes" if plans.before else ""
    wal = f" and {plans.after.wal_bytes:,} bytes of write-ahead log" if wal_bytes else ""
    return f"{plans.after.buffers:,} buffers{wal}{before}."


def budget(about: Sql, indexes: Sequence[tuple[str, int]], plans: dict[str, Plans]) -> tuple[bool, str]:
    """Tell whether the number of indexes is within the budget, and what they cost and bring, in words."""
    count, size = len(indexes), sum(size for _, size in indexes)
    within = count <= about.budget
    told = [
        f"{count} {'index' if count == 1 else 'indexes'} ({size / (1 << 20):.0f} MB); the budget is {about.budget}."
    ]
    if idle := _unused(indexes, plans.values()):
        told.append(f"No query and no key check reads {', '.join(idle)}, and every write pays for it.")
    rates: dict[str, int] = {each.name: each.per_minute for each in about.load}
    for said, names in (("queries", about.workload), ("writes", about.write_load)):
        sides = [plans[each.name] for each in names if each.name in plans]
        if sides and all(side.before and side.after for side in sides):
            before, after = (
                sum(rates[each.name] * _buffers(plans[each.name], side) for each in names)
                for side in ("before", "after")
            )
            told.append(f"The {said} touch {after:,} buffers a minute; without your indexes {before:,}.")
    return within, " ".join(told)


def _buffers(plans: Plans, side: str) -> int:
    plan = plans.before if side == "before" else plans.after
    return plan.buffers if plan else 0


def _unused(indexes: Sequence[tuple[str, int]], plans: Iterable[Plans]) -> list[str]:
    used = {node.index for each in plans if each.after for node in each.after.nodes}
    return [name for name, _ in indexes if name not in used]


def _is(node: PlanNode, name: str) -> bool:
    """True when ``name`` is the node's kind, or its kind and relation as in ``Seq Scan on orders``."""
    return name in (node.kind, node.said)


def _scans(plan: Plan) -> list[PlanNode]:
    """Return the nodes that read a table to their end: below a Limit a scan stops early, and its guess says nothing."""
    found, limit = [], None
    for node in plan.nodes:
        if limit is not None and node.depth <= limit:
            limit = None
        if node.kind == "Limit" and limit is None:
            limit = node.depth
        if limit is None and node.relation:
            found.append(node)
    return found


def _off(node: PlanNode) -> float:
    low, high = sorted((max(node.estimated, 1), max(node.actual, 1)))
    return high / low


def _misjudged(node: PlanNode) -> str:
    return f"for {node.said} {node.estimated:,} rows were expected and {node.actual:,} came"


def _cost(node: PlanNode) -> str:
    touched = f"it touches {node.own:,} buffers for" if node.own else "it works through"
    return f"{touched} {_rows(node.actual)}{_thrown(node)}"


def _thrown(node: PlanNode) -> str:
    return f" and throws {_rows(node.removed)} away" if node.removed else ""


def _rows(count: int) -> str:
    return f"{count:,} {'row' if count == 1 else 'rows'}"
