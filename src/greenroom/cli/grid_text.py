"""Rows in a terminal: a table, or each expected row above the one that came instead, with what differs in brackets."""

from collections.abc import Iterator, Sequence

from greenroom.core.grid import Cell, Grid, Row, Rows
from greenroom.core.pairing import alike, paired

from .counted import counted
from .screen import safe, width

PAIRS = 5  # rows that differ; all of them are in the JSON and on the page
ALIKE = 3  # rows that both have, shown below those that differ
NARROWEST = 6  # characters that a column is left with when the lines are too long


def grid_lines(grid: Grid) -> Iterator[str]:
    """Yield the lines that show ``grid``."""
    if not grid.expected.columns:
        yield from rows_lines(grid.actual)
        return
    pairs = paired(grid)
    if pairs is None:
        yield "expected:"
        yield from rows_lines(grid.expected, grid.marked_expected)
        yield "yours:"
        yield from rows_lines(grid.actual, grid.marked_actual)
    else:
        both = alike(grid)
        lines: list[tuple[str, Sequence[str]]] = []
        for pair in pairs[:PAIRS]:
            lines += [("expected", _cells(grid.expected, pair.expected, grid.marked_expected))]
            lines += [("yours", _cells(grid.actual, pair.actual, grid.marked_actual))]
        lines += [("both", _cells(grid.expected, at, ())) for at in both[:ALIKE]]
        yield from _table(grid.expected, lines)
        yield from _more(max(0, len(pairs) - PAIRS), "more that differs", "more that differ")
        yield from _more(max(0, len(both) - ALIKE) + grid.expected.more, "more row")
    yield from _input(grid)


def rows_lines(rows: Rows, marked: Sequence[tuple[int, int]] = ()) -> Iterator[str]:
    """Yield ``rows`` as an aligned table; no line is longer than the terminal where columns can be cut."""
    yield from _table(rows, [("", _cells(rows, at, marked)) for at in range(len(rows.rows))])
    yield from _more(rows.more, "more row")
    yield f"({counted(len(rows.rows) + rows.more, 'row')})"


def _input(grid: Grid) -> Iterator[str]:
    shown = [rows for rows in grid.input if rows.rows]
    if not shown and not (grid.smallest and grid.input):
        return
    yield "the smallest data that shows it:" if grid.smallest else "less data that shows it:"
    for rows in shown:
        yield f"{rows.name}:"
        yield from (f"  {line}" for line in _table(rows, [("", _cells(rows, at, ())) for at in range(len(rows.rows))]))
    if nothing := [rows.name for rows in grid.input if not rows.rows]:
        yield f"empty: {', '.join(nothing)}"


def _cells(rows: Rows, at: int | None, marked: Sequence[tuple[int, int]]) -> Sequence[str]:
    if at is None:
        return ()
    row: Row = rows.rows[at]
    return [f"[{_text(cell)}]" if (at, place) in marked else _text(cell) for place, cell in enumerate(row)]


def _text(cell: Cell) -> str:
    return "null" if cell is None else safe(cell).replace("\n", "\\n").replace("\t", "\\t")


def _table(rows: Rows, lines: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Yield a head and ``lines``, each a label and its cells; no cells stand for a row that is not there."""
    head = [safe(name) for name in rows.columns]
    margin = max((len(label) for label, _ in lines), default=0)
    wide = _fitting([head, *(cells for _, cells in lines if cells)], width() - 8 - margin)
    numbers = [_numeric([row[at] for row in rows.rows]) for at in range(len(head))]
    yield _line("", head, wide, numbers, margin)
    for label, cells in lines:
        yield _line(label, cells, wide, numbers, margin) if cells else f"{label:<{margin}}  no such row"


def _fitting(table: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return how wide each column may be: the widest are cut until a line has ``room``, as far as that goes."""
    wide = [max(len(cells[at]) for cells in table) for at in range(len(table[0]))]
    while sum(wide) + 2 * len(wide) > room and max(wide, default=0) > NARROWEST:
        wide[wide.index(max(wide))] -= 1
    return wide


def _line(label: str, cells: Sequence[str], wide: Sequence[int], numbers: Sequence[bool], margin: int) -> str:
    shown = [cell if len(cell) <= most else f"{cell[: most - 1]}…" for cell, most in zip(cells, wide, strict=True)]
    aligned = [
        f"{cell:>{most}}" if number else f"{cell:<{most}}"
        for cell, most, number in zip(shown, wide, numbers, strict=True)
    ]
    return f"{label:<{margin}}{'  ' if margin else ''}{'  '.join(aligned)}".rstrip()


def _numeric(cells: Sequence[Cell]) -> bool:
    told = [cell for cell in cells if cell is not None]
    return bool(told) and all(cell.lstrip("-").replace(".", "", 1).isdigit() for cell in told)


def _more(more: int, what: str, several: str = "") -> Iterator[str]:
    if more > 0:
        yield f"and {counted(more, what, several)}"
