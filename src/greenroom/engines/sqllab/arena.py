"""An arena: the tables of a race in one database, filled anew before every schedule, and the sessions that race."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import Connection

from greenroom.core.grid import Row
from greenroom.core.verdict import Verdict

from .answer import AuthorsFault, Lost, Refused
from .room import Room
from .rooms import Rooms
from .rows import LINKS, Rows
from .server import Server
from .session import OPTIONS, Reply, Session, Words
from .stage import Stage, settings_of
from .studio import allow_locks

_DIGEST = """select '{table}', md5(coalesce((select string_agg(t::text, ' ' order by t::text) from {table} t), '')
    || coalesce((select string_agg(pg_sequence_last_value(d.objid)::text, ' ' order by d.objid) from pg_depend d
        where d.classid = 'pg_class'::regclass and d.refobjid = '{table}'::regclass and d.deptype in ('a', 'i')
        and exists (select from pg_sequence s where s.seqrelid = d.objid)), ''))"""

_SEQUENCES = """select c.oid::regclass::text, quote_ident(a.attname), quote_literal(d.objid::regclass::text)
    from pg_depend d join pg_class c on c.oid = d.refobjid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
    and exists (select from pg_sequence s where s.seqrelid = d.objid) and c.oid::regclass::text = any(%s)"""


class Arena:
    """One submission's room with sessions for ``names``. ``rows`` are put back before every schedule."""

    def __init__(self, server: Server, rooms: Rooms, ddl: str, rows: Rows, names: Sequence[str]) -> None:
        self._server, self._rooms, self._rows = server, rooms, rows
        self._room: Room = rooms.take(ddl)
        role = self._room.name
        self.owner: Connection[tuple[Any, ...]] = server.connect(role)
        self.owner.execute(settings_of(role))
        allow_locks(self.owner, role)
        self._links = self._linked()
        self._digests = " union all ".join(_DIGEST.format(table=table) for table, _ in rows.tables)
        self._full: dict[str, str] = {}
        self.stage = Stage([Session(name, server.connect(role, role, OPTIONS)) for name in names], self.owner)

    def once(self, words: Words) -> Reply:
        """Run a statement that adds an index or a constraint; the role owns the tables for as long as it takes."""
        role, name = self._room.name, next(iter(self.stage.sessions))
        tables = [table for table, _ in self._rows.tables]
        mine = ";".join(f"alter table {table} owner to {role}" for table in tables)
        back = ";".join(f"alter table {table} owner to current_user" for table in tables)
        self.owner.execute(f"{mine}; grant create on schema public to {role}".encode())
        ((_, reply),), _ = self.stage.turn(name, words)
        self.owner.execute(
            f"{back}; revoke create on schema public from {role}; grant select, insert, update, delete on all tables in"
            f" schema public to {role}; grant usage on all sequences in schema public to {role}".encode()
        )
        self._links = self._linked()
        return reply

    def fill(self) -> None:
        """Put the rows back, as the role itself: its constraints may call what the owner may and it may not.

        Raises ``Lost``, and ``Refused`` when the rows break what the candidate added.
        """
        self.stage.clear()
        try:
            again = self._changed()
            if again:
                self.owner.execute(f"truncate {', '.join(again)} restart identity".encode())
                self._room.load(Rows(tuple(table for table in self._rows.tables if table[0] in again)))
                self._room.connection.execute("commit")
                self._count_on(again)
                self._full = self._full or self._seen()
        except psycopg.OperationalError as error:
            raise Lost(str(error)) from None
        except psycopg.Error as error:
            said = str(error).split("\n")[0]
            raise Refused(
                Verdict.RUNTIME_ERROR, f"The rows break what stands below `-- once`: {said}.", once=True
            ) from None

    def look(self, queries: Sequence[str]) -> tuple[tuple[Row, ...], ...]:
        """Return the rows of an author's queries. Raises ``AuthorsFault`` and ``Lost``."""
        self._room.connection.execute("begin read only")
        try:
            found = tuple(self._room.look(sql).rows for sql in queries)
        except Refused as refused:
            raise AuthorsFault(f"an invariant: {refused.message}") from None
        self._room.clear()
        return found

    def _changed(self) -> list[str]:
        """Return the tables that are not as they were when they were full, with those that refer to them."""
        tables = [name for name, _ in self._rows.tables]
        seen = self._seen()
        found = {name for name in tables if seen[name] != self._full.get(name)}
        while more := {child for child, parent in self._links if parent in found} - found:
            found |= more
        return [name for name in tables if name in found]

    def _count_on(self, tables: Sequence[str]) -> None:
        """Let generated numbers go on after those that the rows brought with them."""
        found = self.owner.execute(_SEQUENCES, (list(tables),)).fetchall()
        sets = [
            f"setval({seq}, coalesce((select max({column}) from {table}), 0) + 1, false)"
            for table, column, seq in found
        ]
        if sets:
            self.owner.execute(f"select {', '.join(sets)}".encode())

    def _linked(self) -> list[tuple[str, str]]:
        return [(str(child), str(parent)) for child, parent in self.owner.execute(LINKS)]

    def _seen(self) -> dict[str, str]:
        """Return for each table what stands for its rows and its sequences."""
        return {str(name): str(digest) for name, digest in self.owner.execute(self._digests.encode()).fetchall()}

    def close(self) -> None:
        """Give the room back."""
        with suppress(psycopg.Error):
            for session in self.stage.sessions.values():
                session.connection.close()
            self.owner.close()
        self._rooms.spend(self._room)

    def __enter__(self) -> "Arena":
        return self

    def __exit__(self, *about: object) -> None:
        self.close()
