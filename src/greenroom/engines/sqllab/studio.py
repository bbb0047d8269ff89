"""A studio: a database in which a candidate's own DDL runs, and fresh copies of it to attack.

The role may make things in its own schema, write functions in SQL and PL/pgSQL, and lock for a transaction; it owns
what it makes, so a function that is ``security definer`` has no more rights than its caller. Nothing of it outlives
the database and the role.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg import Connection

from .answer import Lost
from .room import Room
from .rooms import Rooms
from .server import Server
from .session import OPTIONS, Session
from .stage import Stage, settings_of

NOTHING = "select 1"  # the tables of a room whose tables the candidate makes
MOST_MB = 64  # what DDL and the statements before the attacks may fill
LOCKS = (
    "pg_advisory_xact_lock(bigint)", "pg_advisory_xact_lock(int, int)", "pg_advisory_xact_lock_shared(bigint)",
    "pg_try_advisory_xact_lock(bigint)", "pg_try_advisory_xact_lock(int, int)",
)  # fmt: skip


class Studio:
    """One submission's database on ``server``, its role, and the owner's connection that looks on."""

    def __init__(self, server: Server, rooms: Rooms) -> None:
        self._server, self._rooms = server, rooms
        self._room: Room = rooms.take(NOTHING)
        self.role = self._room.name
        self._room.connection.close()
        self._copies = 0
        self.owner: Connection[tuple[Any, ...]] = server.connect()
        with server.connect(self.role) as inside:
            inside.execute(
                f"create extension btree_gist schema public; grant create on schema public to {self.role};"
                f" grant usage on language sql, plpgsql to {self.role}"
            )
            allow_locks(inside, self.role)

    def enter(self, name: str) -> Stage:
        """Return a stage of one session, in which the DDL runs."""
        return Stage([Session(name, self._server.connect(self.role, self.role, OPTIONS))], self.owner)

    def leave(self, stage: Stage) -> None:
        """End the session, and let nothing that it has set reach the attacks."""
        for session in stage.sessions.values():
            session.connection.close()
        self.owner.execute(f"alter role {self.role} reset all; {settings_of(self.role)}")
        self._until_left()

    @property
    def size_mb(self) -> float:
        """What the database takes on disk."""
        row = self.owner.execute("select pg_database_size(%s) / 1048576.0", (self.role,)).fetchone()
        return float(row[0]) if row else 0.0

    @contextmanager
    def copy(self, names: Sequence[str]) -> Iterator[Stage]:
        """Give a fresh copy with a session for each of ``names``; it is dropped in the end."""
        self._copies += 1
        name = f"{self.role}_{self._copies}"
        self.owner.execute(f"create database {name} template {self.role} strategy file_copy")
        self.owner.execute(
            f"revoke all on database {name} from public; grant connect on database {name} to {self.role}"
        )
        stage = Stage([Session(one, self._server.connect(name, self.role, OPTIONS)) for one in names], self.owner)
        try:
            yield stage
        finally:
            with suppress(psycopg.Error):
                for session in stage.sessions.values():
                    session.connection.close()
                self.owner.execute(f"drop database {name} with (force)")

    def close(self) -> None:
        """Give everything back. What a lost server leaves is swept by the next process."""
        with suppress(psycopg.Error):
            self.owner.close()
        self._rooms.spend(self._room)

    def _until_left(self) -> None:
        """Wait until the server knows that the session has gone: a database in use is not copied."""
        for _ in range(1000):
            row = self.owner.execute(
                "select count(*) from pg_stat_activity where datname = %s", (self.role,)
            ).fetchone()
            if row == (0,):
                return
            time.sleep(0.001)
        raise Lost("a session does not end")

    def __enter__(self) -> "Studio":
        return self

    def __exit__(self, *about: object) -> None:
        self.close()


def allow_locks(inside: Connection[tuple[Any, ...]], role: str) -> None:
    """Let ``role`` take advisory locks that end with the transaction: keys are the database's own."""
    inside.execute(";".join(f"grant execute on function {function} to {role}" for function in LOCKS))
