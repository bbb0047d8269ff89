"""Rooms made ahead: each submission takes a fresh one, and it is dropped behind its back.

Names say nothing. ``t_<digest>`` is a schema's template, ``r_<process>_<number>`` a room; its process holds an advisory
lock by its number for as long as it lives, so that what a killed process left is dropped by the next one.
"""

import hashlib
import secrets
import threading
from collections import deque
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import Connection, sql

from . import base
from .answer import Lost
from .room import OPTIONS, Room
from .server import Server

AHEAD = 2  # rooms kept ready for each schema
TEMPLATES = 24  # schemas kept; about 8 MB each
_OURS = """select datname from pg_database
    where datdba = (select oid from pg_roles where rolname = current_user) order by oid"""
_MAKING = 7_262_001  # the advisory lock under which shared databases are made


class Rooms:
    """The rooms of this process on ``server``. May be used by several threads."""

    ahead = AHEAD

    def __init__(self, server: Server) -> None:
        self._server = server
        self._lock = threading.RLock()
        self._token = secrets.randbits(31)
        self._made = 0
        self._owner: Connection[tuple[Any, ...]] | None = None
        self._ready: dict[str, deque[Room]] = {}
        self._templates: dict[str, str] = {}
        self._closing = False
        self._spent: deque[Room] = deque()
        self._working: threading.Thread | None = None

    def trouble(self) -> str:
        """Return what may keep the server from living, in words, or ""."""
        return self._server.trouble()

    def take(self, ddl: str) -> Room:
        """Return a fresh room with the tables of ``ddl``. Raises ``Unavailable``, and psycopg's errors for bad DDL."""
        with self._lock:
            owner = self._owning()
            template = self._template(ddl)
            ready = self._ready.setdefault(template, deque())
            while ready:
                room = ready.popleft()
                if not room.connection.closed:
                    break
            else:
                room = self._make(owner, template)
        return room

    def spend(self, room: Room) -> None:
        """Take back a room that was used: it is dropped in the background, and new ones are made ahead."""
        with suppress(psycopg.Error):
            room.connection.close()
        with self._lock:
            self._spent.append(room)
        self.refill()

    def refill(self) -> None:
        """Drop what was used and make rooms ahead, in the background."""
        with self._lock:
            if not (self._working and self._working.is_alive()):
                self._working = threading.Thread(target=self._work, daemon=True)
                self._working.start()

    def again(self, room: Room) -> Room:
        """Return the same database with a new connection, after the old one was cut."""
        with suppress(psycopg.Error):
            room.connection.close()
        try:
            return Room(room.name, self._enter(room.name))
        except psycopg.OperationalError as error:
            raise Lost(str(error)) from None

    def close(self) -> None:
        """Drop everything of this process."""
        self._closing = True
        if working := self._working:
            working.join()
        with self._lock:
            left = [*self._spent, *(room for ready in self._ready.values() for room in ready)]
            for room in left:
                room.connection.close()
            if self._owner is not None:
                with suppress(psycopg.Error):
                    for room in left:
                        drop(self._owner, room.name)
                self._owner.close()
            self._owner = None
            self._forget()

    def _work(self) -> None:
        """Make and drop one room at a time under the lock, so that no submission waits for more than one."""
        with suppress(psycopg.Error):  # the next submission meets it in the open
            while not self._closing:
                with self._lock:
                    short = next((name for name, ready in self._ready.items() if len(ready) < self.ahead), None)
                    if self._owner is None or self._owner.closed:
                        return
                    if short:
                        self._ready[short].append(self._make(self._owner, short))
                    elif self._spent:
                        drop(self._owner, self._spent.popleft().name)
                    else:
                        return

    def _owning(self) -> Connection[tuple[Any, ...]]:
        """Return the owner's connection; after the server was lost, everything begins anew."""
        if self._owner is not None and not self._owner.closed:
            with suppress(psycopg.Error):
                self._owner.execute("select 1")
                return self._owner
        self._forget()
        owner = self._server.connect()
        owner.execute("select pg_advisory_lock(%s::int, 0)", (self._token,))
        owner.execute("select pg_advisory_lock(%s)", (_MAKING,))
        base.make_base(owner, self._server.connect)
        sweep(owner)
        owner.execute("select pg_advisory_unlock(%s)", (_MAKING,))
        self._owner = owner
        return owner

    def _forget(self) -> None:
        self._ready.clear()
        self._spent.clear()
        self._templates.clear()

    def _template(self, ddl: str) -> str:
        """Return the template with the tables of ``ddl``, made once for the installation. It appears whole."""
        if ddl in self._templates:
            return self._templates[ddl]
        owner = self._owning()
        name = f"t_{hashlib.sha256(ddl.encode()).hexdigest()[:16]}"
        owner.execute("select pg_advisory_lock(%s)", (_MAKING,))
        try:
            if not owner.execute("select 1 from pg_database where datname = %s", (name,)).fetchone():
                self._build(owner, name, ddl)
        finally:
            owner.execute("select pg_advisory_unlock(%s)", (_MAKING,))
        self._templates[ddl] = name
        return name

    def _build(self, owner: Connection[tuple[Any, ...]], name: str, ddl: str) -> None:
        """Run the author's DDL as a role that may make tables in this database, and nothing else."""
        role, draft = f"o_{name[2:]}", f"x_{name[2:]}"
        owner.execute(f"drop database if exists {draft}")
        owner.execute(f"create database {draft} template {base.NAME}")
        if not owner.execute("select 1 from pg_roles where rolname = %s", (role,)).fetchone():
            owner.execute(f"create role {role} login")
        owner.execute(f"grant connect on database {draft} to {role}")
        with self._server.connect(draft) as inside:
            inside.execute(
                f"grant usage, create on schema public to {role}; grant usage on language plpgsql, sql to {role}"
            )
        with self._server.connect(draft, role) as author:
            author.execute(ddl.encode())
        owner.execute(f"alter database {draft} rename to {name}")

    def _make(self, owner: Connection[tuple[Any, ...]], template: str) -> Room:
        self._made += 1
        name = f"r_{self._token}_{self._made}"
        owner.execute(f"create role {name} login nosuperuser nocreatedb nocreaterole noinherit noreplication")
        owner.execute(f"create database {name} template {template} strategy file_copy")
        owner.execute(f"revoke all on database {name} from public; grant connect on database {name} to {name}")
        with self._server.connect(name) as inside:
            inside.execute(
                f"grant usage on schema public to {name}; grant select, insert, update, delete on all tables in schema"
                f" public to {name}; grant usage on all sequences in schema public to {name}"
            )
        return Room(name, self._enter(name))

    def _enter(self, name: str) -> Connection[tuple[object, ...]]:
        return self._server.connect(name, name, OPTIONS)


def drop(owner: Connection[tuple[Any, ...]], name: str) -> None:
    """Drop the room ``name`` and its role."""
    quoted = sql.Identifier(name)
    owner.execute(sql.SQL("drop database if exists {} with (force)").format(quoted))
    owner.execute(sql.SQL("drop role if exists {}").format(quoted))


def sweep(owner: Connection[tuple[Any, ...]]) -> None:
    """Drop the rooms of processes that are no more, and the templates that were made longest ago beyond the cap."""
    names = [str(name) for (name,) in owner.execute(_OURS)]
    for name in names:
        token = name.split("_")[1] if name.startswith("r_") else ""
        if token.isdigit():
            (dead,) = owner.execute("select pg_try_advisory_lock(%s::int, 0)", (int(token),)).fetchone() or (False,)
            if dead:
                drop(owner, name)
                owner.execute("select pg_advisory_unlock(%s::int, 0)", (int(token),))
    for name in [name for name in names if name.startswith(("t_", "x_"))][:-TEMPLATES]:
        with suppress(psycopg.Error):
            owner.execute(f"drop database {name}")
