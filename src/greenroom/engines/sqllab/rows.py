"""The rows of a data set: what the author's SQL makes, read back as the lines of COPY and shuffled."""

import random
from dataclasses import dataclass

from psycopg import Connection

_TABLES = """select c.oid::regclass::text from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.oid"""
LINKS = """select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid"""


@dataclass(frozen=True)
class Rows:
    """For each table, parents before children, the lines of COPY's text form."""

    tables: tuple[tuple[str, tuple[bytes, ...]], ...]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(lines) for _, lines in self.tables)


def rows_of(connection: Connection[tuple[object, ...]], sql: str, seed: str) -> Rows:
    """Return the rows that ``sql`` puts into the empty tables of a room, in an order that only ``seed`` decides.

    Raises ``psycopg.Error`` for what is wrong with ``sql``.
    """
    connection.execute("begin")
    try:
        connection.execute(sql.encode())
        shuffled = random.Random(seed)  # noqa: S311 - the same for everybody is what is wanted
        tables = []
        for table in tables_of(connection):
            lines = sorted(_lines(connection, table))
            shuffled.shuffle(lines)
            tables.append((table, tuple(lines)))
    finally:
        connection.execute("rollback")
    return Rows(tuple(tables))


def tables_of(connection: Connection[tuple[object, ...]]) -> tuple[str, ...]:
    """Return the tables, parents before children. A table that refers to itself takes its rows in one COPY."""
    left = [str(name) for (name,) in connection.execute(_TABLES)]
    links = {(str(child), str(parent)) for child, parent in connection.execute(LINKS)}
    done: list[str] = []
    while left:
        free = [name for name in left if not any(child == name and parent in left for child, parent in links)]
        done += free or left  # a circle: the keys then have to be deferrable
        left = [name for name in left if name not in done]
    return tuple(done)


def _lines(connection: Connection[tuple[object, ...]], table: str) -> list[bytes]:
    with connection.cursor() as cursor, cursor.copy(f"copy {table} to stdout".encode()) as copy:
        return b"".join(bytes(block) for block in copy).splitlines(keepends=True)
