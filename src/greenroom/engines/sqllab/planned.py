"""From the server's plan in JSON to the facts that people read."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from greenroom.core.query_plan import Plan, PlanNode, plan_of

_CONDITIONS = ("Index Cond", "Recheck Cond", "Filter", "Join Filter", "Hash Cond", "Merge Cond", "Order By")
_KEYS = ("Sort Key", "Presorted Key", "Group Key")
_REMOVED = ("Rows Removed by Filter", "Rows Removed by Join Filter", "Rows Removed by Index Recheck")
LONGEST = 300  # characters of a condition
MOST_NODES = 200

Json = dict[str, Any]


def plan_from(text: str, others: Sequence[str] = ()) -> Plan:
    """Return the plan in ``text``, the server's JSON, with the plans of ``others`` that it set off after its own."""
    roots = [_root(each) for each in (text, *others)]
    nodes = tuple(node for root in roots for node in _nodes(root, 0))[:MOST_NODES]
    return plan_of(nodes, sum(int(root.get("WAL Bytes", 0)) for root in roots))


def _root(text: str) -> Json:
    read = json.loads(text)
    root: Json = (read[0] if isinstance(read, list) else read)["Plan"]
    return root


def _nodes(node: Json, depth: int) -> Iterator[PlanNode]:
    below: list[Json] = node.get("Plans", [])
    loops = int(node.get("Actual Loops", 1))
    touched = _touched(node)
    yield PlanNode(
        kind=_kind(node),
        depth=depth,
        relation=node.get("Relation Name", ""),
        index=node.get("Index Name", ""),
        condition=_condition(node),
        cost=float(node.get("Total Cost", 0)),
        estimated=round(node.get("Plan Rows", 0) * max(loops, 1)),
        actual=round(node.get("Actual Rows", 0) * loops),
        loops=loops,
        buffers=touched,
        own=max(0, touched - sum(_touched(each) for each in below)),
        removed=round(sum(node.get(name, 0) for name in _REMOVED) * loops),
    )
    for each in below:
        yield from _nodes(each, depth + 1)


def _kind(node: Json) -> str:
    """Return the node's name as EXPLAIN's text says it: ``Hash Left Join``, ``Update``, ``GroupAggregate``."""
    kind = str(node["Node Type"])
    if kind == "ModifyTable":
        return str(node["Operation"])
    if kind == "Aggregate":
        return {"Sorted": "GroupAggregate", "Hashed": "HashAggregate", "Mixed": "MixedAggregate"}.get(
            node.get("Strategy", ""), kind
        )
    join = node.get("Join Type", "Inner")
    if join != "Inner" and kind in ("Hash Join", "Merge Join", "Nested Loop"):
        return f"{kind.removesuffix(' Join')} {join} Join"
    return kind


def _condition(node: Json) -> str:
    told = [f"{name}: {node[name]}" for name in _CONDITIONS if node.get(name)]
    told += [f"{name}: {', '.join(node[name])}" for name in _KEYS if node.get(name)]
    if node.get("Scan Direction") == "Backward":
        told.append("read backwards")
    if node.get("Subplan Name"):
        told.append(str(node["Subplan Name"]))
    said = "; ".join(told)
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def _touched(node: Json) -> int:
    return int(node.get("Shared Hit Blocks", 0)) + int(node.get("Shared Read Blocks", 0))
