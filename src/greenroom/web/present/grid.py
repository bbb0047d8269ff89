"""Rows as evidence: what was expected with what came, and the smallest data that shows the difference."""

from collections.abc import Sequence
from types import SimpleNamespace

from greenroom.core.grid import Grid, Rows
from greenroom.core.pairing import RowPair, alike, paired

NUMBERS = ("int", "numeric", "float", "double", "real", "money", "oid")
ALIKE = 5  # rows that both have, shown below those that differ


def grid_view(grid: Grid) -> SimpleNamespace:
    """Return what ``sql/grid.html`` names. ``judged`` is False for rows that were only run.

    ``pairs`` puts each expected row above the one that came instead; None where the two can only be read side by side.
    """
    expected, actual = rows_view(grid.expected, grid.marked_expected), rows_view(grid.actual, grid.marked_actual)
    pairs, both = paired(grid), alike(grid)
    return SimpleNamespace(
        judged=bool(grid.expected.columns),
        expected=expected,
        actual=actual,
        columns=expected.columns,
        pairs=None if pairs is None else [_pair(pair, expected, actual) for pair in pairs],
        alike=[expected.rows[at] for at in both[:ALIKE]],
        more=max(0, len(both) - ALIKE) + grid.expected.more,
        input=[rows_view(rows) for rows in grid.input if rows.rows],
        nothing=[rows.name for rows in grid.input if not rows.rows],
        smallest=grid.smallest,
    )


def rows_view(rows: Rows, marked: Sequence[tuple[int, int]] = ()) -> SimpleNamespace:
    """Return rows with their cells: ``.text``, ``.empty`` (no value), ``.number`` and ``.marked``."""
    marks = set(marked)
    numbers = [kind.startswith(NUMBERS) for kind in rows.types] or _numeric(rows)
    types = rows.types or ("",) * len(rows.columns)
    return SimpleNamespace(
        name=rows.name,
        columns=[
            SimpleNamespace(name=name, type=kind, number=number)
            for name, kind, number in zip(rows.columns, types, numbers, strict=True)
        ],
        rows=[
            [
                SimpleNamespace(text=cell, empty=cell is None, number=number, marked=(at, place) in marks)
                for place, (cell, number) in enumerate(zip(row, numbers, strict=True))
            ]
            for at, row in enumerate(rows.rows)
        ],
        more=rows.more,
        count=len(rows.rows) + rows.more,
    )


def _pair(pair: RowPair, expected: SimpleNamespace, actual: SimpleNamespace) -> SimpleNamespace:
    return SimpleNamespace(
        expected=None if pair.expected is None else expected.rows[pair.expected],
        came=None if pair.actual is None else actual.rows[pair.actual],
    )


def _numeric(rows: Rows) -> list[bool]:
    """Without types, a column is of numbers when all that stands in it is."""
    columns = [[row[at] for row in rows.rows if row[at] is not None] for at in range(len(rows.columns))]
    return [bool(cells) and all(_digits(str(cell)) for cell in cells) for cells in columns]


def _digits(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdigit()
