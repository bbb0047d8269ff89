"""A room over a large data set: builds indexes, explains statements, compares rows.

Everything that could make a plan differ is fixed here: costs, memory, one process, no sampling, no read-ahead. A
statement is explained twice and the second time counts, so that no look into the catalogue is counted with it.
"""

import re
import time
from contextlib import suppress
from dataclasses import dataclass, field

import psycopg
from psycopg.errors import Diagnostic, OutOfMemory, QueryCanceled

from greenroom.core.query_plan import Plan
from greenroom.core.verdict import Verdict

from .answer import Refused
from .planned import plan_from
from .room import Room
from .server import OWNER, Server

STATEMENT_S = 20.0
MOST_GROWTH = 600 << 20  # bytes that the indexes of one submission may take
OPTIONS = (
    f"-c statement_timeout={int(STATEMENT_S * 1000)} -c lock_timeout=1000 -c idle_in_transaction_session_timeout=300000"
    " -c search_path=public -c work_mem=8MB -c maintenance_work_mem=192MB -c max_parallel_maintenance_workers=0"
    " -c seq_page_cost=1 -c random_page_cost=1.1 -c effective_cache_size=1GB -c cursor_tuple_fraction=1"
    " -c plan_cache_mode=force_custom_plan -c synchronize_seqscans=off -c geqo=off -c from_collapse_limit=20"
    " -c join_collapse_limit=20 -c effective_io_concurrency=0 -c io_combine_limit=1"
)
_ANALYZE = f"-c statement_timeout={int(STATEMENT_S * 1000)} -c maintenance_work_mem=64MB"
_EXPLAIN = "explain (analyze, buffers, wal, timing off, summary off, format json) "
_BY_EXPRESSION = """select distinct i.indrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and i.indexprs is not null"""
_COLUMNS = """select quote_ident(attname) from pg_attribute where attrelid = %s::regclass and attnum > 1
    and not attisdropped"""


@dataclass
class BigRoom(Room):
    """A room whose role owns its tables."""

    limit_s: float = STATEMENT_S
    server: Server = field(kw_only=True)

    def build(self, statement: str) -> None:
        """Run a CREATE INDEX. Raises ``Refused`` and ``Lost``."""
        try:
            self._run(statement, statement, 0)
        except Refused as refused:
            raise Refused(refused.verdict, refused.message, refused.detail, once=True) from None
        if (grown := self.size()) > MOST_GROWTH:
            message = f"The indexes take {grown >> 20} MB; more than {MOST_GROWTH >> 20} MB are not built."
            raise Refused(Verdict.MEMORY_LIMIT, message, once=True)

    def size(self) -> int:
        """Return the bytes of all indexes that the submission has built."""
        (row,) = self.read(
            "select coalesce(sum(pg_relation_size(i.indexrelid)), 0) from pg_index i"
            " join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace and not exists"
            " (select 1 from pg_constraint k where k.conindid = i.indexrelid)"
        ).rows
        return int(row[0] or 0)

    def indexes(self) -> tuple[tuple[str, int], ...]:
        """Return the names of the submission's indexes with their bytes, in the order of their making."""
        found = self.read(
            "select c.relname, pg_relation_size(c.oid) from pg_index i join pg_class c on c.oid = i.indexrelid"
            " where c.relnamespace = 'public'::regnamespace and not exists"
            " (select 1 from pg_constraint k where k.conindid = i.indexrelid) order by c.oid"
        ).rows
        return tuple((str(name), int(size or 0)) for name, size in found)

    def settle(self) -> None:
        """Let the planner know expressions that are indexed: only ANALYZE does, and it reads every row again.

        Raises ``Refused`` when the values of an expression are more than fits.
        """
        for (table,) in self.read(_BY_EXPRESSION).rows:
            try:
                with self.server.connect(self.name, OWNER, _ANALYZE) as owner:
                    for (column,) in owner.execute(_COLUMNS, (table,)).fetchall():
                        owner.execute(f"alter table {table} alter {column} set statistics 0".encode())  # known already
                    owner.execute(f"analyze {table}".encode())
            except (OutOfMemory, QueryCanceled):
                message = f"The values of an indexed expression on {table} are more than the planner can look through."
                raise Refused(Verdict.MEMORY_LIMIT, message, once=True) from None

    def explain(self, sql: str, *, writes: bool = False) -> Plan:
        """Return the plan of ``sql`` after it ran; what it changed is undone. Raises ``Refused`` and ``Lost``."""
        self._once(sql, writes)
        return self._once(sql, writes)

    def _once(self, sql: str, writes: bool) -> Plan:
        self.clear()
        self._run("begin" if writes else "begin read only")
        with _Nested(self.connection, sql) as nested:
            (row,) = self._rows(_EXPLAIN + sql, sql, time.perf_counter()).rows
        self.clear()
        return plan_from(str(row[0]), nested.plans)


class _Nested:
    """Hears the plans of what a statement sets off, such as the checks of foreign keys."""

    def __init__(self, connection: psycopg.Connection[tuple[object, ...]], sql: str) -> None:
        self._connection, self._sql = connection, sql
        self.plans: list[str] = []

    def __enter__(self) -> "_Nested":
        self._connection.add_notice_handler(self._hear)
        return self

    def __exit__(self, *about: object) -> None:
        with suppress(ValueError):
            self._connection.remove_notice_handler(self._hear)

    def _hear(self, said: Diagnostic) -> None:
        import json

        found = re.search(r"plan:\s*(\{.*\})", said.message_primary or "", re.DOTALL)
        if found and json.loads(found[1])["Query Text"].strip() != (_EXPLAIN + self._sql).strip():
            self.plans.append(found[1])
