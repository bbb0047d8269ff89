"""Which row of what was expected belongs to which row of what came, as a grid marks them."""

from collections.abc import Sequence

from .fact import fact
from .grid import Grid, Row, Rows


@fact
class RowPair:
    """Places of rows in ``expected`` and ``actual``; None on the side that has no such row."""

    expected: int | None
    actual: int | None


def paired(grid: Grid) -> tuple[RowPair, ...] | None:
    """Return the rows that differ, each with its partner; None when the sides can only be read beside each other.

    Rows with some cell in common stand in the same order on both sides; rows marked whole have no partner. Sides with
    other columns, or whose unmarked rows are not the same at each place (another order), cannot be paired.
    """
    left, right = _marked(grid.marked_expected), _marked(grid.marked_actual)
    if grid.expected.columns != grid.actual.columns or not _same_rest(grid, left, right):
        return None
    wide = len(grid.expected.columns)
    near = [at for at in left if len(left[at]) < wide]
    others = [at for at in right if len(right[at]) < wide]
    if len(near) != len(others):
        return None
    pairs = [RowPair(expected=one, actual=two) for one, two in zip(near, others, strict=True)]
    pairs += [RowPair(expected=at, actual=None) for at in left if at not in near]
    return (*pairs, *(RowPair(expected=None, actual=at) for at in right if at not in others))


def alike(grid: Grid) -> tuple[int, ...]:
    """Return the places of the expected rows that came as well, where ``paired`` gives pairs."""
    marked = _marked(grid.marked_expected)
    return tuple(at for at in range(len(grid.expected.rows)) if at not in marked)


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
