"""Mutants of a reference: copies with one small mistake each. Cases that let one live do not check what it broke.

A mutator of our own, as it has to name line and change in words that an author can list; what it changes is the usual
set: comparisons, operators, constants, ``and``/``or``, ``not``, conditions, and statements left out.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], str]] = {
    ast.Lt: (ast.LtE, "< to <="),
    ast.LtE: (ast.Lt, "<= to <"),
    ast.Gt: (ast.GtE, "> to >="),
    ast.GtE: (ast.Gt, ">= to >"),
    ast.Eq: (ast.NotEq, "== to !="),
    ast.NotEq: (ast.Eq, "!= to =="),
    ast.In: (ast.NotIn, "in to not in"),
    ast.NotIn: (ast.In, "not in to in"),
    ast.Is: (ast.IsNot, "is to is not"),
    ast.IsNot: (ast.Is, "is not to is"),
}
_COUNTED: dict[type[ast.operator], tuple[type[ast.operator], str]] = {
    ast.Add: (ast.Sub, "+ to -"),
    ast.Sub: (ast.Add, "- to +"),
    ast.Mult: (ast.FloorDiv, "* to //"),
    ast.FloorDiv: (ast.Mult, "// to *"),
    ast.Div: (ast.Mult, "/ to *"),
    ast.Mod: (ast.Mult, "% to *"),
}
_LEFT_OUT = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete, ast.Expr, ast.Continue, ast.Break, ast.Raise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One mutant: the line of the reference that it changes, the change in words, and its whole source."""

    line: int
    change: str
    source: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """A change of one node of the tree: ``make`` alters the node it is given, in a copy of the tree."""

    node: ast.AST
    change: str
    make: Callable[[ast.AST], ast.AST]


def mutants(source: str) -> Iterator[Mutant]:
    """Yield every mutant of ``source`` (Python) in the order of its lines; none that is written the same."""
    tree = ast.parse(source)
    plain = ast.unparse(tree)
    nodes = list(ast.walk(tree))
    quiet = _quiet(tree)
    edits = [edit for node in nodes if id(node) not in quiet for edit in _edits(node)]
    numbers = {id(node): number for number, node in enumerate(nodes)}
    seen = {plain}
    for edit in sorted(edits, key=lambda edit: (getattr(edit.node, "lineno", 0), getattr(edit.node, "col_offset", 0))):
        changed = _changed(tree, numbers[id(edit.node)], edit)
        if changed not in seen:
            seen.add(changed)
            yield Mutant(line=getattr(edit.node, "lineno", 0), change=edit.change, source=changed)


def _changed(tree: ast.Module, number: int, edit: _Edit) -> str:
    """Return the source with ``edit`` made at the node of that number; a copy walks in the same order."""
    twin = copy.deepcopy(tree)
    node = list(ast.walk(twin))[number]
    new = edit.make(node)
    if new is not node:
        _Swap(node, new).visit(twin)
    return ast.unparse(ast.fix_missing_locations(twin))


class _Swap(ast.NodeTransformer):
    """Puts ``new`` in the place of ``old``."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def _quiet(tree: ast.Module) -> set[int]:
    """Return the nodes that mean nothing to a run: docstrings, annotations, and pieces of formatted text."""
    found: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found += [first, first.value]
        if isinstance(node, ast.JoinedStr):
            found += [part for part in node.values if isinstance(part, ast.Constant)]
        for name in ("annotation", "returns"):
            if isinstance(hint := getattr(node, name, None), ast.AST):
                found += ast.walk(hint)
    return {id(node) for node in found}


def _edits(node: ast.AST) -> Iterator[_Edit]:
    if isinstance(node, ast.Compare):
        yield from _comparisons(node)
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _COUNTED:
        other, change = _COUNTED[type(node.op)]
        yield _Edit(node, change, lambda n: _with(n, op=other()))
    elif isinstance(node, ast.BoolOp):
        other_bool, change = (ast.Or, "and to or") if isinstance(node.op, ast.And) else (ast.And, "or to and")
        yield _Edit(node, change, lambda n: _with(n, op=other_bool()))
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        name = "not" if isinstance(node.op, ast.Not) else "-"
        yield _Edit(node, f"leave out {name}", lambda n: n.operand)  # type: ignore[attr-defined]
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield _Edit(node, "negate the condition", _negated)
    if isinstance(node, ast.comprehension):
        yield from _filters(node)
    if isinstance(node, _LEFT_OUT):
        yield _Edit(node, f"leave out: {_short(node)}", lambda n: ast.copy_location(ast.Pass(), n))
    elif isinstance(node, ast.Return) and not (node.value is None or _is_none(node.value)):
        yield _Edit(node, "return None", lambda n: _with(n, value=ast.Constant(None)))


def _comparisons(node: ast.Compare) -> Iterator[_Edit]:
    for at, op in enumerate(node.ops):
        other, change = _COMPARED[type(op)]

        def make(n: ast.AST, at: int = at, other: type[ast.cmpop] = other) -> ast.AST:
            n = cast("ast.Compare", n)
            n.ops[at] = other()
            return n

        yield _Edit(node, change, make)


def _constants(node: ast.Constant) -> Iterator[_Edit]:
    value = node.value
    if isinstance(value, bool):
        yield _Edit(node, f"{value} to {not value}", lambda n: _with(n, value=not value))
    elif isinstance(value, int | float):
        yield _Edit(node, f"{value} to {value + 1}", lambda n: _with(n, value=value + 1))
    elif isinstance(value, str) and value:
        yield _Edit(node, f"{value!r} to ''", lambda n: _with(n, value=""))


def _filters(node: ast.comprehension) -> Iterator[_Edit]:
    for at, test in enumerate(node.ifs):

        def make(n: ast.AST, at: int = at) -> ast.AST:
            n = cast("ast.comprehension", n)
            n.ifs[at] = ast.UnaryOp(op=ast.Not(), operand=n.ifs[at])
            return n

        yield _Edit(_placed(node, test), "negate the condition", make)


def _placed(node: ast.comprehension, test: ast.expr) -> ast.comprehension:
    """A comprehension has no line of its own; lend it that of its condition."""
    node.lineno, node.col_offset = test.lineno, test.col_offset  # type: ignore[attr-defined]
    return node


def _negated(node: ast.AST) -> ast.AST:
    node = cast("ast.If", node)  # or a While or an IfExp: all three have a test
    node.test = ast.UnaryOp(op=ast.Not(), operand=node.test)
    return node


def _with(node: ast.AST, **fields: object) -> ast.AST:
    for name, value in fields.items():
        setattr(node, name, value)
    return node


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 40 else text[:37] + "..."
