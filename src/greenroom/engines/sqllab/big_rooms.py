"""Rooms over a large data set: copies made ahead, one for each data set in use, owned by the submission's role.

The role owns the tables, so that it may index them; its statements are CREATE INDEX, queries in read-only transactions
and the author's writes, and the room is dropped afterwards.
"""

import time
from contextlib import suppress
from itertools import count
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.errors import InvalidCatalogName

from .big_room import OPTIONS, BigRoom
from .quarry import Big, Quarry
from .room import Room
from .rooms import Rooms, drop
from .server import Server

SETTINGS = {
    # the plans of what a statement sets off, such as the check of a foreign key, are told by the server itself
    "session_preload_libraries": "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_buffers": "on",
    "auto_explain.log_wal": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_format": "json",
    "auto_explain.log_level": "notice",
    "temp_file_limit": "'256MB'",
}
MOST_READY = 2  # data sets with a copy made ahead; each copy is as large as the set


class BigRooms:
    """The large rooms of this process on ``server``. May be used by several threads."""

    def __init__(self, server: Server) -> None:
        self.quarry = Quarry(server)
        self._rooms = _Copies(server)

    def take(self, big: Big) -> BigRoom:
        """Return a fresh room over ``big``, which is made first when it is not there.

        Raises ``BadRows``, ``Unavailable`` and psycopg's errors.
        """
        if big.name not in self._rooms.templates:
            self._rooms.templates[big.name] = self.quarry.wait(big)
        try:
            room = self._rooms.take(big.name)
        except InvalidCatalogName:  # another process needed the disk, or the server's data was made anew
            self._rooms.templates[big.name] = self.quarry.wait(big)
            room = self._rooms.take(big.name)
        self._rooms.refill()
        assert isinstance(room, BigRoom)  # noqa: S101 - _Copies makes no others
        return room

    def spend(self, room: BigRoom) -> None:
        """Take a room back; it is dropped in the background, and another is made ahead."""
        self._rooms.spend(room)

    def warm(self, big: Big, seconds: float) -> bool:
        """Wait until a copy is ready, at most so long; tell whether one is."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._rooms.has(big.name):
                return True
            time.sleep(0.02)
        return False

    def close(self) -> None:
        """Drop everything of this process."""
        self.quarry.close()
        self._rooms.close()


class _Copies(Rooms):
    """Rooms that are copied from a finished data set, known by its name."""

    ahead = 1

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self._numbers = count(1)
        self.templates: dict[str, str] = {}

    def has(self, name: str) -> bool:
        return bool(self._ready.get(self.templates.get(name, "")))

    def _template(self, ddl: str) -> str:
        """Return the database to copy, and let go of the copies of sets that were used longest ago."""
        name = self.templates[ddl]
        self._ready[name] = self._ready.pop(name, type(self._spent)())
        for old in list(self._ready)[:-MOST_READY]:
            self._spent.extend(self._ready.pop(old))
        return name

    def _work(self) -> None:
        """Copy and drop on a connection of its own, outside the lock: both take seconds on a busy disk."""
        with suppress(psycopg.Error), self._server.connect() as owner:
            while job := self._job():
                short, spent = job
                if short:
                    made = self._make(owner, short)
                    with self._lock:
                        self._ready[short].append(made) if short in self._ready else self._spent.append(made)
                elif spent:
                    drop(owner, spent.name)

    def _job(self) -> tuple[str, Room | None] | None:
        """Return the template to copy, or the room to drop; None when there is nothing to do."""
        with self._lock:
            short = next((name for name, ready in self._ready.items() if len(ready) < self.ahead), "")
            if self._closing or not (short or self._spent):
                self._working = None  # so that the next one who spends starts another
                return None
            return (short, None) if short else ("", self._spent.popleft())

    def _forget(self) -> None:
        self._ready.clear()
        self._spent.clear()

    def _make(self, owner: Connection[tuple[Any, ...]], template: str) -> BigRoom:
        name = f"r_{self._token}_{next(self._numbers)}"
        owner.execute(f"create role {name} login nosuperuser nocreatedb nocreaterole noinherit noreplication")
        owner.execute(";".join(f"alter role {name} set {setting} = {value}" for setting, value in SETTINGS.items()))
        owner.execute(f"create database {name} template {template} strategy file_copy")
        owner.execute(f"revoke all on database {name} from public; grant connect on database {name} to {name}")
        with self._server.connect(name) as inside:
            tables = [
                str(table)
                for (table,) in inside.execute(
                    "select oid::regclass::text from pg_class"
                    " where relnamespace = 'public'::regnamespace and relkind = 'r'"
                )
            ]
            inside.execute(
                (
                    f"grant usage, create on schema public to {name};"
                    + ";".join(f"alter table {table} owner to {name}" for table in tables)
                ).encode()
            )
        return BigRoom(name, self._server.connect(name, name, OPTIONS), server=self._server)
