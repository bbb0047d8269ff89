"""What the schema browser shows: tables, columns, comments and a few rows, read from the server itself."""

from greenroom.core.grid import Row
from greenroom.core.grid import Rows as Sample
from greenroom.core.table import Table, TableColumn

from .grids import table
from .room import Room
from .rows import Rows

SAMPLE = 5
_COLUMNS = """select c.oid::regclass::text, coalesce(obj_description(c.oid, 'pg_class'), ''), a.attname,
    format_type(a.atttypid, a.atttypmod), not a.attnotnull,
    exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey)),
    coalesce((select format('%s (%s)', k.confrelid::regclass, b.attname) from pg_constraint k
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
        where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1), ''),
    coalesce(col_description(c.oid, a.attnum), '')
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.oid, a.attnum"""


def browse(room: Room, rows: Rows) -> tuple[Table, ...]:
    """Return the tables of ``room`` in the order of their DDL, with the first of ``rows``."""
    room.load(rows)
    tables = shown(room)
    room.clear()
    return tables


def shown(room: Room) -> tuple[Table, ...]:
    """Return the tables of ``room`` in the order of their DDL, with the first of the rows that are there."""
    found: dict[tuple[str, str], list[TableColumn]] = {}
    for row in room.read(_COLUMNS).rows:
        name, comment, *rest = (cell or "" for cell in row)
        found.setdefault((name, comment), []).append(_column(rest))
    return tuple(
        Table(name=name, comment=comment, columns=tuple(columns), sample=_sample(room, name, columns))
        for (name, comment), columns in found.items()
    )


def _column(cells: list[str]) -> TableColumn:
    name, kind, empty, key, refers_to, comment = cells
    return TableColumn(name=name, type=kind, empty=empty == "t", key=key == "t", refers_to=refers_to, comment=comment)


def _sample(room: Room, name: str, columns: list[TableColumn]) -> Sample:
    first = next((column.name for column in columns if column.key), columns[0].name)
    rows: tuple[Row, ...] = room.read(f'select * from {name} order by "{first}" limit {SAMPLE}').rows
    return table(name, [column.name for column in columns], rows)
