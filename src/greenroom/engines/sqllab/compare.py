"""Hold two answers against each other: columns, then rows as a multiset, then the order where one is asked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from greenroom.core.grid import Cell, Row
from greenroom.core.sql import Columns, Sql

from .answer import Answer
from .cells import canonical, family, floating


@dataclass(frozen=True)
class Difference:
    """How an answer differs, in words. ``missing`` and ``extra`` are places of rows in expected and actual."""

    message: str
    missing: tuple[int, ...] = ()
    extra: tuple[int, ...] = ()
    actual: Answer | None = None  # its columns in the order of the expected ones


class BadOrder(ValueError):
    """The exercise asks for an order by a column that its reference does not give."""


def difference(sql: Sql, expected: Answer, actual: Answer) -> Difference | None:
    """Return how ``actual`` differs from ``expected`` by the rules of ``sql``; None when it does not."""
    places = _places(sql.columns, expected.columns, actual.columns)
    if isinstance(places, str):
        return Difference(places)
    actual = _arranged(actual, places)
    kinds = list(zip(expected.types, actual.types, strict=True))
    for name, (wanted, came) in zip(expected.columns, kinds, strict=True):
        if family(wanted) != family(came):
            return Difference(f"Column {name} is {family(came)}; it should be {family(wanted)}.", actual=actual)
    rough = [floating(wanted) or floating(came) for wanted, came in kinds]
    wanted_rows, came_rows = _keys(expected, rough), _keys(actual, rough)
    if Counter(wanted_rows) != Counter(came_rows):
        return _rows_differ(wanted_rows, came_rows, actual)
    return _order_differs(sql.order, expected, wanted_rows, came_rows, actual)


def _places(rule: Columns, wanted: Sequence[str], came: Sequence[str]) -> list[int] | str:
    """Return where each wanted column is, or what is wrong with the columns."""
    if rule is Columns.POSITION:
        if len(wanted) != len(came):
            return f"Columns are matched by position: {len(wanted)} are wanted, and there are {len(came)}."
        return list(range(len(wanted)))
    names = [name.lower() for name in came]
    told = []
    if missing := [name for name in wanted if name.lower() not in names]:
        told.append(f"missing {', '.join(missing)}")
    if extra := [name for name in came if name.lower() not in {name.lower() for name in wanted}]:
        told.append(f"not asked for {', '.join(extra[:5])}")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        told.append(f"there twice {', '.join(twice[:5])}")
    if told:
        return f"Columns are matched by name: {'; '.join(told)}."
    return [names.index(name.lower()) for name in wanted]


def _arranged(answer: Answer, places: Sequence[int]) -> Answer:
    return Answer(
        columns=tuple(answer.columns[at] for at in places),
        types=tuple(answer.types[at] for at in places),
        rows=tuple(tuple(row[at] for at in places) for row in answer.rows),
        took_s=answer.took_s,
    )


def _keys(answer: Answer, rough: Sequence[bool]) -> list[Row]:
    about = list(zip(answer.types, rough, strict=True))
    return [
        tuple(canonical(cell, kind, loose) for cell, (kind, loose) in zip(row, about, strict=True))
        for row in answer.rows
    ]


def _rows_differ(wanted: list[Row], came: list[Row], actual: Answer) -> Difference:
    missing, extra = _left(wanted, came), _left(came, wanted)
    said = [f"{_count(len(missing))} missing" if missing else "", f"{_count(len(extra))} too many" if extra else ""]
    if missing and extra and len(wanted) == len(came):
        said = [f"{_count(len(missing))} not as expected"]
    elif not extra and set(missing) and set(wanted) == set(came):
        said.append("rows that are the same count once each")
    message = f"Of {_count(len(wanted))}, {', '.join(part for part in said if part)}."
    return Difference(message, tuple(missing), tuple(extra), actual)


def _left(these: list[Row], those: list[Row]) -> list[int]:
    """Return the places of the rows of ``these`` that ``those`` has not, or not so often."""
    there = Counter(those)
    left = []
    for at, row in enumerate(these):
        if there[row] > 0:
            there[row] -= 1
        else:
            left.append(at)
    return left


def _order_differs(
    order: Sequence[str], expected: Answer, wanted: list[Row], came: list[Row], actual: Answer
) -> Difference | None:
    """Rows with equal keys may stand in any order; the keys may not."""
    if not order:
        return None
    names = [name.lower() for name in expected.columns]
    columns = []
    for key in order:
        name = key.split()[0].lower()
        if name not in names:
            raise BadOrder(f"the order asks for {name}, which is no column of the reference")
        columns.append(names.index(name))
    for at, (right, row) in enumerate(zip(wanted, came, strict=True)):
        if _of(right, columns) != _of(row, columns):
            asked = ", ".join(order)
            message = f"The rows are right and in the wrong order: row {at + 1} does not follow {asked}."
            return Difference(message, (at,), (at,), actual)
    return None


def _of(row: Row, columns: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(row[column] for column in columns)


def _count(number: int) -> str:
    return f"{number} row" if number == 1 else f"{number:,} rows"
