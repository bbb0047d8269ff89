"""The smallest rows that break a statement: delta debugging over the rows of all tables at once.

Rows are left out in ever smaller groups, together with the rows that refer to them, for as long as reference and
statement still differ. What stays is 1-minimal: no single row can be left out. Work is bounded by a count of tries and
never by the clock, so that the same submission always shows the same rows.
"""

from dataclasses import dataclass

from greenroom.core.grid import Row
from greenroom.core.grid import Rows as Table
from greenroom.core.sql import Sql

from .answer import Answer, Refused
from .compare import Difference, difference
from .grids import table
from .room import Room
from .rows import Rows

MOST_ROWS = 2000  # a larger set is not made smaller
MOST_TRIES = 1000
_LINKS = """select conrelid::regclass::text, confrelid::regclass::text,
    (select string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ')
     from unnest(k.conkey, k.confkey) as pair(one, other)
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.one
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other)
    from pg_constraint k where contype = 'f' and connamespace = 'public'::regnamespace"""

One = tuple[str, int]  # a row: its table, and its place among the rows of the table in the order of their text


@dataclass(frozen=True)
class Smaller:
    """The rows that are left, and what both sides give on them. ``minimal`` is False when the tries ran out."""

    tables: tuple[Table, ...]
    expected: Answer
    actual: Answer
    found: Difference
    minimal: bool


def smallest(sql: Sql, rows: Rows, statement: str, reference: str, room: Room, study: Room) -> Smaller | None:
    """Return the smallest part of ``rows`` on which both still differ; None when there is nothing to make smaller."""
    if rows.count > MOST_ROWS:
        return None
    right, tried = _Side(study, sql, rows, reference), _Side(room, sql, rows, statement)
    hunt = _Hunt(sql, right, tried, right.dependants())
    if not hunt.still(set()):
        return None
    minimal = hunt.shrink()
    expected, actual, found = hunt.seen
    tables = tuple(
        table(name, right.columns[name], [right.cells[name][at] for at in sorted(hunt.left(name))])
        for name, _ in rows.tables
    )
    room.clear()
    study.clear()
    return Smaller(tables, expected, actual, found, minimal)


class _Side:
    """One of the two statements in its room, with the same rows as the other side, known by their text."""

    def __init__(self, room: Room, sql: Sql, rows: Rows, statement: str) -> None:
        room.load(rows)
        self._room, self._sql, self._statement = room, sql, statement
        self._places: dict[str, list[str]] = {}
        self.columns: dict[str, tuple[str, ...]] = {}
        self.cells: dict[str, list[Row]] = {}
        for name, _ in rows.tables:
            read = room.read(f'select t.ctid::text, t.* from {name} t order by t::text collate "C", t.ctid')
            self._places[name] = [str(row[0]) for row in read.rows]
            self.cells[name] = [row[1:] for row in read.rows]
            self.columns[name] = read.columns[1:]

    def dependants(self) -> dict[One, set[One]]:
        """Return for each row the rows that refer to it."""
        at = {(name, place): n for name, places in self._places.items() for n, place in enumerate(places)}
        found: dict[One, set[One]] = {}
        for child, parent, same in self._room.read(_LINKS).rows:
            pairs = self._room.read(f"select c.ctid::text, p.ctid::text from {child} c join {parent} p on {same}")
            for one, other in pairs.rows:
                below, above = (str(child), at[str(child), str(one)]), (str(parent), at[str(parent), str(other)])
                if below != above:
                    found.setdefault(above, set()).add(below)
        return found

    def without(self, gone: set[One]) -> Answer | None:
        """Take ``gone`` out until ``keep`` or ``undo``; return the answer, None when there is none."""
        words = ["savepoint step"]
        for name in reversed(self._places):
            if places := [self._places[name][at] for table, at in gone if table == name]:
                listed = ",".join(f'"{place}"' for place in sorted(places))
                words.append(f"delete from {name} where ctid = any('{{{listed}}}')")
        self._room.connection.execute(";".join([*words, "savepoint try"]).encode())
        try:
            if not self._sql.writes:
                return self._room.query(self._statement)
            self._room.change(self._statement)
            return self._room.query(self._sql.after)
        except Refused:
            return None
        finally:
            if not self._room.connection.closed:
                self._room.connection.execute("rollback to try")

    def end(self, keep: bool) -> None:
        """Leave the rows out for good, or put them back."""
        self._room.connection.execute("release step" if keep else "rollback to step; release step")


class _Hunt:
    """The rows that are left, and the question whether both sides still differ without some of them."""

    def __init__(self, sql: Sql, right: _Side, tried: _Side, dependants: dict[One, set[One]]) -> None:
        self._sql, self._right, self._tried, self._dependants = sql, right, tried, dependants
        self._left: list[One] = [(name, at) for name, cells in right.cells.items() for at in range(len(cells))]
        self._tries = 0
        self.seen: tuple[Answer, Answer, Difference]

    def left(self, table: str) -> list[int]:
        """Return the places of the rows of ``table`` that are left."""
        return [at for name, at in self._left if name == table]

    def still(self, gone: set[One]) -> bool:
        """True when both sides differ without ``gone`` too; then it is gone for good."""
        self._tries += 1
        expected, actual = self._right.without(gone), self._tried.without(gone)
        found = difference(self._sql, expected, actual) if expected and actual else None
        self._right.end(keep=found is not None)
        self._tried.end(keep=found is not None)
        if expected and actual and found:
            self._left = [one for one in self._left if one not in gone]
            self.seen = (expected, actual, found)
        return found is not None

    def shrink(self) -> bool:
        """Leave out what can be left out; return False when the tries ran out before nothing more could."""
        size = len(self._left)
        while size:
            before, at = len(self._left), 0
            while at < len(self._left):
                if self._tries > MOST_TRIES:
                    return False
                if not self.still(self._with_dependants(self._left[at : at + size])):
                    at += size
            if size == 1 and len(self._left) == before:
                return True
            size = max(1, min(size, len(self._left)) // 2) if size > 1 else min(1, len(self._left))
        return True

    def _with_dependants(self, rows: list[One]) -> set[One]:
        gone: set[One] = set()
        todo = list(rows)
        while todo:
            one = todo.pop()
            if one not in gone:
                gone.add(one)
                todo += self._dependants.get(one, ())
        return gone.intersection(self._left)
