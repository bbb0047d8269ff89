"""When two cells are the same: by what they mean, as far as that can be told from the server's text and types.

Numbers are compared by value (1 is 1.00); where one side is floating, to twelve significant digits, as sums of floats
depend on the order of the rows. JSON is compared as a value. Everything else is its text, and of the same family.
"""

import json
from decimal import Decimal, InvalidOperation

from greenroom.core.grid import Cell

_FAMILIES = {
    **dict.fromkeys(("int2", "int4", "int8", "numeric", "float4", "float8"), "a number"),
    **dict.fromkeys(("text", "varchar", "bpchar", "name", "unknown", '"char"'), "text"),
    **dict.fromkeys(("json", "jsonb"), "JSON"),
}
_FLOATS = ("float4", "float8")
_DIGITS = 12


def family(kind: str) -> str:
    """Return what ``kind`` of column is, as far as comparing goes; the names are those that messages use."""
    if kind.endswith("[]"):
        return f"an array of {family(kind[:-2]).removeprefix('a ')}"
    return _FAMILIES.get(kind, kind)


def floating(kind: str) -> bool:
    """True for types whose last digits mean nothing."""
    return kind in _FLOATS


def canonical(cell: Cell, kind: str, rough: bool) -> Cell:
    """Return ``cell`` in the one form that all equal cells have. ``rough``: one of the two sides is floating."""
    if cell is None:
        return None
    if family(kind) == "a number":
        return _number(cell, rough)
    if family(kind) == "JSON":
        return json.dumps(json.loads(cell), sort_keys=True)
    return cell


def _number(cell: str, rough: bool) -> str:
    try:
        value = Decimal(cell)
    except InvalidOperation:
        return cell
    if not value.is_finite():
        return cell.lower()
    if rough:
        return f"{value:.{_DIGITS - 1}E}" if value else "0"
    return f"{value.normalize():f}" if value else "0"
