"""Rows as evidence: what was expected with what came, and the smallest data that shows the difference."""

from collections.abc import Sequence
from types import SimpleNamespace

from greenroom.core.grid import Grid, Row, Rows

NUMBERS = ("int", "numeric", "float", "double", "real", "money", "oid")
ALIKE = 5  # rows that both have, shown below those that differ


def grid_view(grid: Grid) -> SimpleNamespace:
    """Return what ``sql/grid.html`` names. ``judged`` is False for rows that were only run.

    ``pairs`` puts each expected row above the one that came instead; None where the two can only be read side by side.
    """
    expected, actual = rows_view(grid.expected, grid.marked_expected), rows_view(grid.actual, grid.marked_actual)
    pairs = _pairs(grid, expected.rows, actual.rows)
    return SimpleNamespace(
        judged=bool(grid.expected.columns),
        expected=expected,
        actual=actual,
        columns=expected.columns,
        pairs=pairs,
        alike=_alike(grid, expected.rows)[:ALIKE],
        more=max(0, len(_alike(grid, expected.rows)) - ALIKE) + grid.expected.more,
        input=[rows_view(rows) for rows in grid.input if rows.rows],
        nothing=[rows.name for rows in grid.input if not rows.rows],
        smallest=grid.smallest,
    )


def rows_view(rows: Rows, marked: Sequence[tuple[int, int]] = ()) -> SimpleNamespace:
    """Return rows with their cells: ``.text``, ``.empty`` (no value), ``.number`` and ``.marked``."""
    marks = set(marked)
    numbers = [kind.startswith(NUMBERS) for kind in rows.types] or [
        _numeric(rows, at) for at in range(len(rows.columns))
    ]
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


def _numeric(rows: Rows, at: int) -> bool:
    """Without types, a column is of numbers when all that stands in it is."""
    cells = [row[at] for row in rows.rows if row[at] is not None]
    return bool(cells) and all(str(cell).lstrip("-").replace(".", "", 1).isdigit() for cell in cells)


def _pairs(grid: Grid, expected: Sequence, actual: Sequence) -> list[SimpleNamespace] | None:  # type: ignore[type-arg]
    """Rows that have some cell in common stand in the same order on both sides; the others have no partner."""
    left, right = _marked(grid.marked_expected), _marked(grid.marked_actual)
    if grid.expected.columns != grid.actual.columns or not _same_rest(grid, left, right):
        return None
    wide = len(grid.expected.columns)
    near = [at for at in left if len(left[at]) < wide]
    others = [at for at in right if len(right[at]) < wide]
    if len(near) != len(others):
        return None
    pairs = [SimpleNamespace(expected=expected[one], came=actual[two]) for one, two in zip(near, others, strict=True)]
    pairs += [SimpleNamespace(expected=expected[at], came=None) for at in left if at not in near]
    return pairs + [SimpleNamespace(expected=None, came=actual[at]) for at in right if at not in others]


def _marked(marks: Sequence[tuple[int, int]]) -> dict[int, set[int]]:
    """Return the marked columns by row, in the order of the rows."""
    found: dict[int, set[int]] = {}
    for row, column in sorted(marks):
        found.setdefault(row, set()).add(column)
    return found


def _same_rest(grid: Grid, left: dict[int, set[int]], right: dict[int, set[int]]) -> bool:
    """True when the rows without a mark are the same on both sides, as far as they are shown."""
    return all(one == two for one, two in zip(_rest(grid.expected, left), _rest(grid.actual, right), strict=False))


def _rest(rows: Rows, marked: dict[int, set[int]]) -> list[Row]:
    return [row for at, row in enumerate(rows.rows) if at not in marked]


def _alike(grid: Grid, expected: Sequence) -> list:  # type: ignore[type-arg]
    marked = _marked(grid.marked_expected)
    return [row for at, row in enumerate(expected) if at not in marked]
