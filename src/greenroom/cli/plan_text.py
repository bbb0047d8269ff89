"""A plan in a terminal: a line a node, its leaves further in, the one that touched most marked."""

from collections.abc import Iterator

from greenroom.core.query_plan import Plan, PlanNode, Plans

from .screen import safe


def plans_lines(plans: Plans) -> Iterator[str]:
    """Yield the plans without and with the candidate's indexes."""
    for name, plan in (("without your indexes", plans.before), ("with your indexes", plans.after)):
        if plan is None:
            yield f"{name}: it ran into a limit"
            continue
        wal = f", {plan.wal_bytes:,} bytes of log" if plan.wal_bytes else ""
        yield f"{name}: {plan.buffers:,} buffers{wal}"
        yield from plan_lines(plan)


def plan_lines(plan: Plan, *, told: bool = True) -> Iterator[str]:
    """Yield a line for each node; what each touched is left out unless ``told``."""
    for at, node in enumerate(plan.nodes):
        worst = "  <- touches most" if told and at == plan.worst and node.own else ""
        yield safe(f"  {at:>2} {'  ' * node.depth}{_name(node)}{_condition(node)}")
        yield f"     {'  ' * node.depth}  {_figures(node, told)}{worst}"


def _name(node: PlanNode) -> str:
    return f"{node.said} using {node.index}" if node.index else node.said


def _condition(node: PlanNode) -> str:
    return f": {node.condition}" if node.condition else ""


def _figures(node: PlanNode, told: bool) -> str:
    said = [f"{node.own:,} buffers"] if told else []
    said += [f"{node.actual:,} rows ({node.estimated:,} guessed)"]
    said += [f"{node.removed:,} read in vain"] if node.removed else []
    said += [f"{node.loops:,} times"] if node.loops > 1 else []
    return ", ".join([*said, f"cost {node.cost:,.0f}"])
