"""Rows that an author wrote down, held against rows that came."""

from collections import Counter
from collections.abc import Sequence

from greenroom.core.attack import Value
from greenroom.core.grid import Cell, Row

from .cells import canonical

MOST_TOLD = 3


def same(gives: Sequence[Sequence[Value]], rows: Sequence[Row]) -> bool:
    """True when ``rows`` are those of ``gives``, in any order; numbers are compared by value."""
    return Counter(_keys([tuple(map(_cell, row)) for row in gives])) == Counter(_keys(rows))


def unlike(sql: str, gives: Sequence[Sequence[Value]], rows: Sequence[Row]) -> str:
    """Return in words what came in place of what was wanted."""
    return f"{sql.strip()} gives {_told(rows)}, and not {_told([tuple(map(_cell, row)) for row in gives])}"


def _cell(value: Value) -> Cell:
    if isinstance(value, bool):
        return "t" if value else "f"
    return None if value is None else str(value)


def _keys(rows: Sequence[Row]) -> list[Row]:
    return [tuple(canonical(cell, "numeric", rough=False) for cell in row) for row in rows]


def _told(rows: Sequence[Row]) -> str:
    shown = [", ".join("NULL" if cell is None else cell for cell in row) for row in rows[:MOST_TOLD]]
    more = f" and {len(rows) - MOST_TOLD} more rows" if len(rows) > MOST_TOLD else ""
    return (" / ".join(shown) or "no row") + more
