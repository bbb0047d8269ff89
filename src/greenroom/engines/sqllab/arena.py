"""An arena: the tables of a race in one database, filled anew before every schedule, and the sessions that race."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import Connection

from greenroom.core.grid import Row
from greenroom.core.verdict import Verdict

from .answer import Lost, Refused
from .room import Room
from .rooms import Rooms
from .rows import Rows
from .server import Server
from .session import OPTIONS, Reply, Session, Words
from .stage import Stage, settings_of
from .studio import allow_locks


class Arena:
    """One submission's room with sessions for ``names``. ``rows`` are put back before every schedule."""

    def __init__(self, server: Server, rooms: Rooms, ddl: str, rows: Rows, names: Sequence[str]) -> None:
        self._server, self._rooms, self._rows = server, rooms, rows
        self._room: Room = rooms.take(ddl)
        role = self._room.name
        self.owner: Connection[tuple[Any, ...]] = server.connect(role)
        self.owner.execute(settings_of(role))
        allow_locks(self.owner, role)
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
        return reply

    def fill(self) -> None:
        """Put the rows back, as the role itself: its constraints may call what the owner may and it may not.

        Raises ``Lost``, and ``Refused`` when the rows break what the candidate added.
        """
        self.stage.clear()
        try:
            names = ", ".join(name for name, _ in self._rows.tables)
            self.owner.execute(f"truncate {names} restart identity".encode())
            self._room.load(self._rows)
            self._room.connection.execute("commit")
        except psycopg.OperationalError as error:
            raise Lost(str(error)) from None
        except psycopg.Error as error:
            said = str(error).split("\n")[0]
            raise Refused(
                Verdict.RUNTIME_ERROR, f"The rows break what stands below `-- once`: {said}.", once=True
            ) from None

    def look(self, sql: str) -> tuple[Row, ...]:
        """Return the rows of an author's query. Raises ``Refused`` and ``Lost``."""
        self._room.connection.execute("begin")
        rows = self._room.query(sql).rows
        self._room.clear()
        return rows

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
