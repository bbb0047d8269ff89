"""Makes the rows of a large data set once for the installation: a database that is only ever copied.

It is made under a draft's name and renamed when it is whole, so what an interruption left is made anew. How far it is
stands in the draft's comment, so that every process can tell.

Plans come out the same on every machine because nothing is left to chance: rows come from the author's SQL in one
order, ANALYZE reads every row and no sample, and VACUUM FREEZE leaves no hint bit and no visibility bit to be set.
"""

import hashlib
import json
import re
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import Connection

from greenroom.core.making import Making, TableMade

from . import base
from .server import Server, Unavailable
from .solution import statements

CHUNK = 100_000  # rows of one INSERT
SAMPLE = 10_000  # the server's largest statistics target; it reads 300 times as many rows, so tables up to
MOST_ROWS = 300 * SAMPLE  # rows are read whole
MOST_BYTES = 3 << 30  # of all that is kept; what was made longest ago goes first
READY, DRAFT = "b_", "d_"
_COUNTED = re.compile(r"^--[ \t]*(\w+):[ \t]*([\d_,]+)[ \t]+rows[ \t]*$", re.MULTILINE)
_LINKS = """select conrelid::regclass::text, confrelid::regclass::text,
    (select string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ')
     from unnest(k.conkey, k.confkey) as pair(one, other)
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.one
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other),
    (select string_agg(format('c.%I is not null', a.attname), ' and ')
     from unnest(k.conkey) as one join pg_attribute a on a.attrelid = k.conrelid and a.attnum = one)
    from pg_constraint k where contype = 'f' and connamespace = 'public'::regnamespace"""
_FIRST = """select c.oid::regclass::text, quote_ident(a.attname) from pg_class c join pg_attribute a
    on a.attrelid = c.oid and a.attnum = 1 where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'"""


class BadRows(ValueError):
    """The author's tables or rows are wrong; the text says what."""


@dataclass(frozen=True)
class Big:
    """Tables and the SQL that fills them. ``name`` is the same for the same bytes."""

    ddl: str
    sql: str

    @property
    def name(self) -> str:
        """What stands for these bytes in names of databases and roles."""
        return hashlib.sha256(f"1\0{self.ddl}\0{self.sql}".encode()).hexdigest()[:16]

    def counts(self) -> list[tuple[str, int, str]]:
        """Return the statements with table and number of rows; a statement that names none has "" and 0."""
        lines = self.sql.split("\n")
        told = []
        for statement in statements(self.sql):
            at = len(statement) - len(statement.lstrip("\n"))
            found = _COUNTED.match(lines[at - 1]) if at else None
            rows = int(re.sub("[_,]", "", found[2])) if found else 0
            told.append((found[1] if found else "", rows, statement.strip()))
        return told


class Quarry:
    """Where large data sets are made, in the background. May be used by several threads and processes."""

    def __init__(self, server: Server, most_bytes: int = MOST_BYTES) -> None:
        self._server, self._most = server, most_bytes
        self._lock = threading.Lock()
        self._making: dict[str, threading.Thread] = {}
        self._failed: dict[str, Exception] = {}
        self._closing = threading.Event()

    def prepare(self, big: Big) -> None:
        """Begin to make ``big`` unless it is there or is being made; returns at once."""
        with self._lock:
            running = self._making.get(big.name)
            if running is None:
                self._failed.pop(big.name, None)
                self._making[big.name] = thread = threading.Thread(target=self._make, args=(big,), daemon=True)
                thread.start()

    def far(self, big: Big) -> Making:
        """Say how far ``big`` is. Raises ``Unavailable``."""
        failed = str(self._failed.get(big.name, ""))
        with self._server.connect() as owner:
            disk = _disk(owner)
            if _there(owner, READY + big.name):
                size = _size(owner, READY + big.name)
                return Making(ready=True, step="ready", tables=_tables(big), bytes=size, disk=disk)
            said = _said(owner, DRAFT + big.name)
            size = _size(owner, DRAFT + big.name) if said else 0
        step, rows = (said["step"], said["rows"]) if said else ("waiting", {})
        return Making(
            ready=False, step=step, tables=_tables(big, rows), bytes=size, disk=disk, failed=failed
        )  # fmt: skip

    def wait(self, big: Big) -> str:
        """Return the name of the database to copy, made when it is not there. Raises ``BadRows``, ``Unavailable``."""
        with self._server.connect() as owner:
            if _there(owner, READY + big.name):
                return READY + big.name
        self.prepare(big)
        self._making[big.name].join()
        with self._lock:
            self._making.pop(big.name, None)
            if wrong := self._failed.get(big.name):
                raise wrong
        return READY + big.name

    def close(self) -> None:
        """Stop what is being made; it is made anew the next time."""
        self._closing.set()
        for thread in list(self._making.values()):
            thread.join()

    def _make(self, big: Big) -> None:
        try:
            with self._server.connect() as owner:
                key = int(big.name[:15], 16)
                owner.execute("select pg_advisory_lock(%s)", (key,))  # another process may be making it
                if not _there(owner, READY + big.name):
                    self._room_for(owner)
                    try:
                        self._fill(owner, big)
                    finally:
                        with suppress(psycopg.Error):
                            owner.execute(f"drop database if exists {DRAFT}{big.name} with (force)")
        except psycopg.OperationalError as error:
            self._failed[big.name] = Unavailable(f"The large data set was not made: {error}")
        except psycopg.Error as error:
            self._failed[big.name] = BadRows(str(error).split("\n")[0])
        except (BadRows, Unavailable) as error:
            self._failed[big.name] = error

    def _fill(self, owner: Connection[tuple[Any, ...]], big: Big) -> None:
        draft, role = DRAFT + big.name, f"o_{big.name}"
        base.make_base(owner, self._server.connect)
        owner.execute(f"drop database if exists {draft} with (force)")
        owner.execute(f"create database {draft} template {base.NAME}")
        if not owner.execute("select 1 from pg_roles where rolname = %s", (role,)).fetchone():
            owner.execute(f"create role {role} login")
        owner.execute(f"grant connect on database {draft} to {role}")
        with self._server.connect(draft) as inside:
            inside.execute(
                f"grant usage, create on schema public to {role}; grant usage on language plpgsql, sql to {role}"
            )
        with self._server.connect(draft, role) as author:
            author.execute(big.ddl.encode())
        owner.execute(f"alter role {role} set session_replication_role = replica")  # keys are checked at the end
        with self._server.connect(draft, role) as author:
            self._load(owner, author, big)
        with self._server.connect(draft) as inside:
            self._settle(owner, inside, big)
        owner.execute(f"alter database {draft} rename to {READY}{big.name}")

    def _load(self, owner: Connection[tuple[Any, ...]], author: Connection[tuple[Any, ...]], big: Big) -> None:
        done: dict[str, int] = {}
        for table, rows, statement in big.counts():
            for start in range(1, rows + 1, CHUNK) if rows else (0,):
                if self._closing.is_set():
                    raise Unavailable("The lab was closed while the large data set was made.")
                end = min(start + CHUNK - 1, rows)
                author.execute(statement.replace(":from", str(start)).replace(":to", str(end)).encode())
                if rows:
                    done[table] = done.get(table, 0) + end - start + 1
                    _say(owner, big, "rows", done)

    def _settle(self, owner: Connection[tuple[Any, ...]], inside: Connection[tuple[Any, ...]], big: Big) -> None:
        done = {table: 0 for table, _, _ in big.counts() if table}
        for table in done:
            (done[table],) = inside.execute(f"select count(*) from {table}").fetchone() or (0,)
            wanted = sum(rows for name, rows, _ in big.counts() if name == table)
            if done[table] != wanted:
                raise BadRows(f"{table} has {done[table]:,} rows where the file says {wanted:,}")
            if done[table] > MOST_ROWS:
                raise BadRows(f"{table} has more than {MOST_ROWS:,} rows, which ANALYZE does not read whole")
        _say(owner, big, "checking keys", done)
        inside.execute("set work_mem = '128MB'; set temp_file_limit = '1GB'")
        for child, parent, same, given in inside.execute(_LINKS).fetchall():
            orphan = (
                f"select 1 from {child} c where {given} and not exists (select 1 from {parent} p where {same}) limit 1"
            )
            if inside.execute(orphan.encode()).fetchone():
                raise BadRows(f"{child} refers to a row of {parent} that is not there")
        _say(owner, big, "reading every row for the planner", done)
        for table, first in inside.execute(_FIRST).fetchall():
            inside.execute(f"alter table {table} alter {first} set statistics {SAMPLE}")
        inside.execute("vacuum (freeze, analyze)")

    def _room_for(self, owner: Connection[tuple[Any, ...]]) -> None:
        """Drop what was made longest ago until no more than the bound is kept; what is in use stays."""
        kept = owner.execute(
            "select datname, pg_database_size(oid) from pg_database where datname like %s order by oid desc",
            (f"{READY}%".replace("_", r"\_"),),
        ).fetchall()
        total = 0
        for name, size in kept:
            total += int(size)
            if total > self._most:
                with suppress(psycopg.Error):
                    owner.execute(f"drop database {name}")


def _there(owner: Connection[tuple[Any, ...]], name: str) -> bool:
    return owner.execute("select 1 from pg_database where datname = %s", (name,)).fetchone() is not None


def _size(owner: Connection[tuple[Any, ...]], name: str) -> int:
    with suppress(psycopg.Error):  # it is renamed at this moment
        row = owner.execute("select pg_database_size(%s)", (name,)).fetchone()
        return int(row[0]) if row else 0
    return 0


def _disk(owner: Connection[tuple[Any, ...]]) -> int:
    """Return the bytes of all large data sets, drafts and rooms of every process."""
    with suppress(psycopg.Error):  # one is dropped at this moment
        row = owner.execute(
            "select coalesce(sum(pg_database_size(oid)), 0) from pg_database where datname ~ '^[bdr]_'"
        ).fetchone()
        return int(row[0]) if row else 0
    return 0


def _say(owner: Connection[tuple[Any, ...]], big: Big, step: str, rows: dict[str, int]) -> None:
    told = json.dumps({"step": step, "rows": rows})
    owner.execute(f"comment on database {DRAFT}{big.name} is '{told}'".encode())


def _said(owner: Connection[tuple[Any, ...]], name: str) -> dict[str, Any]:
    row = owner.execute(
        "select shobj_description(oid, 'pg_database') from pg_database where datname = %s", (name,)
    ).fetchone()
    if row is None:
        return {}
    read: dict[str, Any] = json.loads(row[0]) if row[0] else {"step": "making tables", "rows": {}}
    return read


def _tables(big: Big, done: dict[str, int] | None = None) -> tuple[TableMade, ...]:
    totals: dict[str, int] = {}
    for table, rows, _ in big.counts():
        if table:
            totals[table] = totals.get(table, 0) + rows
    return tuple(TableMade(table=t, rows=n if done is None else done.get(t, 0), of=n) for t, n in totals.items())
