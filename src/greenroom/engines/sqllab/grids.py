"""What a page shows of a difference: rows side by side, the cells that differ marked, and never too much of it."""

from collections.abc import Iterable, Sequence

from greenroom.core.grid import Cell, Grid, Row, Rows

from .answer import Answer
from .compare import Difference

MOST_ROWS = 30
MOST_COLUMNS = 30
LONGEST_CELL = 200


def plain(answer: Answer) -> Rows:
    """Return the first rows of ``answer``."""
    return _cut("", answer.columns, answer.types, answer.rows)


def grid(expected: Answer, actual: Answer, found: Difference, tables: Iterable[Rows], smallest: bool) -> Grid:
    """Return both answers with what differs on top, row beside row, and the rows of ``tables`` that lead to it."""
    right = found.actual or actual
    same = [at for at in range(len(expected.rows)) if at not in set(found.missing)]
    also = [at for at in range(len(right.rows)) if at not in set(found.extra)]
    pairs = _paired(expected, right, found)
    left_order, right_order = [*(one for one, _ in pairs), *same], [*(two for _, two in pairs), *also]
    if found.missing == found.extra and found.missing:  # an order: the rows stay where they stand
        left_order, right_order = list(range(len(expected.rows))), list(range(len(right.rows)))
        pairs = [(at, at) for at in found.missing]
    wanted = _cut("", expected.columns, expected.types, [expected.rows[at] for at in left_order if at is not None])
    came = _cut("", right.columns, right.types, [right.rows[at] for at in right_order if at is not None])
    marked_left, marked_right = _marks(expected, right, pairs, left_order, right_order)
    return Grid(
        expected=wanted, actual=came, marked_expected=_shown(marked_left, wanted),
        marked_actual=_shown(marked_right, came), input=tuple(tables), smallest=smallest,
    )  # fmt: skip


def table(name: str, columns: Sequence[str], rows: Sequence[Row]) -> Rows:
    """Return rows of a table, cut."""
    return _cut(name, columns, (), rows)


Pairs = list[tuple[int | None, int | None]]


def _paired(expected: Answer, actual: Answer, found: Difference) -> Pairs:
    """Put each missing row beside the extra row that has most cells in common with it."""
    free = list(found.extra[:MOST_ROWS])
    pairs: Pairs = []
    for at in found.missing[:MOST_ROWS]:
        near = max(free, key=lambda other: _common(expected.rows[at], actual.rows[other]), default=None)
        if near is not None and _common(expected.rows[at], actual.rows[near]) == 0:
            near = None
        if near is not None:
            free.remove(near)
        pairs.append((at, near))
    return [*pairs, *((None, at) for at in free)]


def _common(one: Row, other: Row) -> int:
    return sum(a == b for a, b in zip(one, other, strict=False))


def _marks(
    expected: Answer, actual: Answer, pairs: Pairs, left: Sequence[int | None], right: Sequence[int | None]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    places = {at: n for n, at in enumerate(at for at in left if at is not None)}
    others = {at: n for n, at in enumerate(at for at in right if at is not None)}
    one: list[tuple[int, int]] = []
    two: list[tuple[int, int]] = []
    for at, other in pairs:
        row: Row = expected.rows[at] if at is not None else ()
        came: Row = actual.rows[other] if other is not None else ()
        wide = max(len(row), len(came))
        unlike = [c for c in range(wide) if not (row and came and len(row) == len(came) and row[c] == came[c])]
        if at is not None:
            one += [(places[at], c) for c in unlike if c < len(row)]
        if other is not None:
            two += [(others[other], c) for c in unlike if c < len(came)]
    return one, two


def _shown(marks: list[tuple[int, int]], rows: Rows) -> tuple[tuple[int, int], ...]:
    return tuple((row, column) for row, column in marks if row < len(rows.rows) and column < len(rows.columns))


def _cut(name: str, columns: Sequence[str], types: Sequence[str], rows: Sequence[Row]) -> Rows:
    return Rows(
        name=name, columns=tuple(columns[:MOST_COLUMNS]), types=tuple(types[:MOST_COLUMNS]),
        rows=tuple(tuple(map(_short, row[:MOST_COLUMNS])) for row in rows[:MOST_ROWS]),
        more=max(0, len(rows) - MOST_ROWS),
    )  # fmt: skip


def _short(cell: Cell) -> Cell:
    return cell if cell is None or len(cell) <= LONGEST_CELL else f"{cell[: LONGEST_CELL - 1]}…"
