"""A query's plan as people read it: the nodes of the tree from its root down, and what each of them touched."""

from .fact import fact


@fact
class PlanNode:
    """One node of a plan. ``depth`` counts from 0 at the root; a node's children follow it, one deeper.

    ``relation`` and ``index`` are what it reads, or empty. ``condition`` is what it looks for, filters, sorts or joins
    by. ``estimated`` and ``actual`` are rows over all ``loops``, the planner's guess and what came. ``buffers`` are
    blocks of 8 kB that the node and everything below it touched, in memory or on disk; ``own`` are those of the node
    alone. ``removed`` counts rows that were read and thrown away by a filter. ``cost`` is the planner's, in its units.
    """

    kind: str
    depth: int
    relation: str = ""
    index: str = ""
    condition: str = ""
    cost: float
    estimated: int
    actual: int
    loops: int = 1
    buffers: int
    own: int
    removed: int = 0

    @property
    def said(self) -> str:
        """The node in a few words: its kind, and what it reads."""
        on = f" on {self.relation}" if self.relation else ""
        return f"{self.kind}{on}"


@fact
class Plan:
    """A statement's plan after it ran. ``nodes`` stand in the order of reading, the root first.

    ``buffers`` are all that it touched, those of triggers and foreign keys too; ``wal_bytes`` is what it wrote to the
    write-ahead log. ``worst`` is the place in ``nodes`` of the one that touched most by itself.
    """

    nodes: tuple[PlanNode, ...]
    buffers: int
    wal_bytes: int = 0
    worst: int = 0


@fact
class Plans:
    """A statement's plan ``before`` (without any of the candidate's indexes) and ``after``.

    A side is None when the statement ran into a limit there. ``most`` is how many buffers are asked at most.
    """

    before: Plan | None = None
    after: Plan | None = None
    most: int = 0


@fact
class Marked:
    """What a guess at the worst node is worth: the node that was marked, and the one that touched most by itself."""

    right: bool
    marked: PlanNode
    worst: PlanNode


def plan_of(nodes: tuple[PlanNode, ...], wal_bytes: int = 0) -> Plan:
    """Return the plan of ``nodes``: roots (of depth 0) are the statement and what it set off, such as foreign keys."""
    total = sum(node.buffers for node in nodes if node.depth == 0)
    worst = max(range(len(nodes)), key=lambda at: (nodes[at].own, -at))
    return Plan(nodes=nodes, buffers=total, wal_bytes=wal_bytes, worst=worst)


def marked(plan: Plan, at: int) -> Marked:
    """Judge a guess that node ``at`` of ``plan`` costs most: by blocks that it touched itself; ties are right.

    Raises ``IndexError`` when there is no such node.
    """
    if not 0 <= at < len(plan.nodes):
        raise IndexError(f"the plan has {len(plan.nodes)} nodes, and none at {at}")
    node, worst = plan.nodes[at], plan.nodes[plan.worst]
    return Marked(right=node.own == worst.own, marked=node, worst=worst)
