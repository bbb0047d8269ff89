"""Mutants of a reference query: small mistakes that people make, each in one place, for the data sets to notice."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

DIALECT = "postgres"


@dataclass(frozen=True)
class SqlMutant:
    """``change`` says what was changed and where, in one line, unique in the reference; ``source`` is the whole."""

    change: str
    source: str


def reprinted(source: str) -> str:
    """Return ``source`` as its mutants are written, with nothing changed. Raises ``ValueError`` when it is not read."""
    return str(_read(source).sql(dialect=DIALECT))


Change = tuple[str, Callable[[Any], Any]]


def sql_mutants(source: str) -> Iterator[SqlMutant]:
    """Yield the mutants of ``source``, one change each. Raises ``ValueError`` when it cannot be read."""
    tree = _read(source)
    seen = {tree.sql(dialect=DIALECT)}
    names: dict[str, int] = {}
    for at, node in enumerate(tree.walk()):
        for change, act in _changes(node):
            copy = tree.copy()
            twin = next(other for place, other in enumerate(copy.walk()) if place == at)
            act(twin)
            changed = copy.sql(dialect=DIALECT)
            if changed not in seen:
                seen.add(changed)
                names[change] = names.get(change, 0) + 1
                number = f" (no. {names[change]})" if names[change] > 1 else ""
                yield SqlMutant(f"{change}{number}", changed)


def _read(source: str) -> Any:
    from sqlglot import parse_one
    from sqlglot.errors import SqlglotError

    try:
        return parse_one(source, read=DIALECT)
    except SqlglotError as error:
        raise ValueError(f"sqlglot cannot read it: {str(error)[:120]}") from None


def _changes(node: Any) -> Iterator[Change]:
    """Yield what can go wrong at ``node``."""
    from sqlglot import exp

    if isinstance(node, exp.Join):
        yield from _joins(node)
    elif _assigns(node):
        yield from _assignments(node)
    elif isinstance(node, exp.EQ | exp.NEQ | exp.LT | exp.LTE | exp.GT | exp.GTE):
        yield from _comparisons(node)
    elif isinstance(node, exp.And | exp.Or):
        yield from _connectors(node)
    elif isinstance(node, exp.AggFunc):
        yield from _aggregates(node)
    elif isinstance(node, exp.Select):
        yield from _clauses(node)
    elif isinstance(node, exp.Update | exp.Delete | exp.OnConflict):
        yield from _conditions(node, ("where",))
    elif isinstance(node, exp.Ordered) and not isinstance(node.parent, exp.OnConflict):  # keys that meet have no order
        text = _said(node)
        yield f"order turned: {text}", lambda n: n.set("desc", not n.args.get("desc"))
    elif isinstance(node, exp.Union):
        yield "UNION for UNION ALL, or the other way", lambda n: n.set("distinct", not n.args.get("distinct"))
    elif isinstance(node, exp.Coalesce):
        yield f"without its default: {_said(node)}", lambda n: n.replace(n.this.copy())
    elif isinstance(node, exp.Not | exp.Is):
        yield f"turned round: {_said(node)}", _turn
    elif isinstance(node, exp.Literal) and not node.is_string and node.this.isdigit():
        yield from _numbers(node)
    elif isinstance(node, exp.Add | exp.Sub):
        kind = exp.Sub if isinstance(node, exp.Add) else exp.Add
        yield f"+ for -, or the other way: {_said(node)}", _as(kind)
    elif isinstance(node, exp.Window) and node.args.get("partition_by"):
        yield f"without PARTITION BY: {_said(node)}", lambda n: n.set("partition_by", [])
    elif isinstance(node, exp.RowNumber | exp.Rank | exp.DenseRank):
        for other in (exp.RowNumber, exp.Rank, exp.DenseRank):
            if not isinstance(node, other):
                yield f"{other.sql_name()} for {node.sql_name()}", partial(_replaced, other())


def _joins(node: Any) -> Iterator[Change]:
    said = _said(node)
    if node.side == "LEFT":
        yield f"inner join: {said}", lambda n: n.set("side", None)
    elif node.args.get("on") is not None and not node.side and node.kind in ("", "INNER"):
        yield f"left join: {said}", _outer
    if node.side in ("FULL", "RIGHT"):
        yield f"left join: {said}", lambda n: n.set("side", "LEFT")


def _comparisons(node: Any) -> Iterator[Change]:
    from sqlglot import exp

    near = {exp.EQ: (exp.NEQ,), exp.NEQ: (exp.EQ,), exp.LT: (exp.LTE, exp.GT), exp.LTE: (exp.LT, exp.GTE),
            exp.GT: (exp.GTE, exp.LT), exp.GTE: (exp.GT, exp.LTE)}  # fmt: skip
    signs = {exp.EQ: "=", exp.NEQ: "<>", exp.LT: "<", exp.LTE: "<=", exp.GT: ">", exp.GTE: ">="}
    for kind in near[type(node)]:
        yield f"{signs[kind]} for {signs[type(node)]}: {_said(node)}", _as(kind)


def _connectors(node: Any) -> Iterator[Change]:
    from sqlglot import exp

    kind = exp.Or if isinstance(node, exp.And) else exp.And
    yield f"{kind.key} for {node.key}: {_said(node)}", _as(kind)
    yield f"left out: {_said(node.expression)}", lambda n: n.replace(n.this.copy())
    yield f"left out: {_said(node.this)}", lambda n: n.replace(n.expression.copy())


def _aggregates(node: Any) -> Iterator[Change]:
    from sqlglot import exp

    said = _said(node)
    inner = node.this
    if isinstance(node, exp.Count):
        if isinstance(inner, exp.Distinct):
            yield f"without DISTINCT: {said}", lambda n: n.set("this", n.this.expressions[0].copy())
        elif isinstance(inner, exp.Star):
            return
        else:
            yield f"count(*): {said}", lambda n: n.set("this", exp.Star())
            yield f"with DISTINCT: {said}", lambda n: n.set("this", exp.Distinct(expressions=[n.this.copy()]))
    swaps = {exp.Min: exp.Max, exp.Max: exp.Min, exp.Sum: exp.Max, exp.Avg: exp.Sum}
    if type(node) in swaps:
        yield f"{swaps[type(node)].key} for {node.key}: {said}", _as(swaps[type(node)])
    if isinstance(node, exp.Sum) and not isinstance(inner, exp.Distinct) and not isinstance(node.parent, exp.Window):
        yield f"with DISTINCT: {said}", lambda n: n.set("this", exp.Distinct(expressions=[n.this.copy()]))


def _clauses(node: Any) -> Iterator[Change]:
    from sqlglot import exp

    if node.args.get("distinct"):
        yield "without DISTINCT", lambda n: n.set("distinct", None)
    elif not node.args.get("group") and node.parent is None:
        yield "with DISTINCT", lambda n: n.set("distinct", exp.Distinct())
    yield from _conditions(node, ("where", "having"))
    if node.args.get("order"):
        yield "without ORDER BY", lambda n: n.set("order", None)


def _conditions(node: Any, clauses: tuple[str, ...]) -> Iterator[Change]:
    for clause in clauses:
        if part := node.args.get(clause):
            yield f"without {clause.upper()}: {_said(part)}", partial(_cleared, clause)


def _assigns(node: Any) -> bool:
    """True for ``a = b`` behind SET, which gives a value and compares nothing."""
    from sqlglot import exp

    return isinstance(node, exp.EQ) and isinstance(node.parent, exp.Update | exp.OnConflict) and node.arg_key != "where"


def _assignments(node: Any) -> Iterator[Change]:
    if len(node.parent.args["expressions"]) > 1:
        yield f"not set: {_said(node)}", lambda n: n.pop()


def _numbers(node: Any) -> Iterator[Change]:
    from sqlglot import exp

    if isinstance(node.parent, exp.Select):
        return  # what an EXISTS selects says nothing; elsewhere a constant column is noticed at once
    value = int(node.this)
    around = _said(node.parent) if node.parent else ""
    for other in (value + 1, value - 1):
        if other >= 0:
            yield f"{other} for {value}: {around}", partial(_replaced, exp.Literal.number(other))


def _replaced(other: Any, node: Any) -> None:
    node.replace(other)


def _cleared(clause: str, node: Any) -> None:
    node.set(clause, None)


def _outer(node: Any) -> None:
    node.set("side", "LEFT")
    node.set("kind", None)


def _turn(node: Any) -> None:
    from sqlglot import exp

    node.replace(node.this.copy() if isinstance(node, exp.Not) else exp.Not(this=node.copy()))


def _as(kind: Any) -> Callable[[Any], Any]:
    """Return what puts ``kind`` in the place of a node, with the same parts."""
    return lambda node: node.replace(kind(**node.copy().args))


def _said(node: Any) -> str:
    text = " ".join(node.sql(dialect=DIALECT).split())
    return text if len(text) <= 70 else f"{text[:69]}…"
