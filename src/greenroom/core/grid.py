"""Rows as evidence: what was expected beside what came, and the smallest input that shows it."""

from .fact import fact

Cell = str | None
Row = tuple[Cell, ...]


@fact
class Rows:
    """Rows under their columns, as text; ``more`` counts those left out. ``name`` is a table's, or empty."""

    name: str = ""
    columns: tuple[str, ...]
    types: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    more: int = 0


@fact
class Grid:
    """``expected`` beside ``actual``, in the same order of rows as far as they are the same.

    ``marked_expected`` and ``marked_actual`` are cells (row and column from 0) that the other side does not have.
    ``input`` holds the rows of the tables that lead to it; with ``smallest`` no row of it can be left out without the
    difference going away.
    """

    expected: Rows
    actual: Rows
    marked_expected: tuple[tuple[int, int], ...] = ()
    marked_actual: tuple[tuple[int, int], ...] = ()
    input: tuple[Rows, ...] = ()
    smallest: bool = False
