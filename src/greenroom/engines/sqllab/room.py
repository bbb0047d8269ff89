"""A room: a database with empty tables and one connection that may touch nothing else.

Rows of one data set at a time are copied in, one statement runs, and the transaction is rolled back. The kind of
statement is guarded by the server: what is declared as a cursor can only be a query, what can be explained can only be
a query or a change of rows, and the extended protocol takes one statement.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from select import select

from psycopg import Connection, OperationalError, pq

from greenroom.core.grid import Row
from greenroom.core.verdict import Verdict

from .answer import Answer, Lost, Refused
from .refusal import refused
from .rows import Rows

STATEMENT_S = 3.0
GRACE_S = 2.0  # beyond it the server did not keep its own limit, and the connection is cut
MOST_ROWS = 20_000
MOST_BYTES = 8 << 20
OPTIONS = (
    f"-c statement_timeout={int(STATEMENT_S * 1000)} -c lock_timeout=1000 -c idle_in_transaction_session_timeout=120000"
    " -c transaction_timeout=120000 -c search_path=public -c work_mem=8MB"
)
_CURSOR = "declare answer no scroll cursor for "
_EXPLAIN = "explain (costs off) "
_OK = (pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK)


@dataclass
class Room:
    """The database ``name`` and the connection of its only role."""

    name: str
    connection: Connection[tuple[object, ...]]
    limit_s: float = STATEMENT_S  # the server's own limit is set with the connection

    def load(self, rows: Rows) -> None:
        """Begin anew with ``rows`` in the tables. Raises ``Lost``; what the rows break is an error of psycopg."""
        self.clear()
        try:
            with self.connection.cursor() as cursor:
                cursor.execute("begin")
                for table, lines in rows.tables:
                    if lines:
                        with cursor.copy(f"copy {table} from stdin".encode()) as copy:
                            copy.write(b"".join(lines))
        except OperationalError as error:
            raise Lost(str(error)) from None

    def query(self, sql: str) -> Answer:
        """Return the rows of the query ``sql`` over what is loaded; nothing can be changed from here on."""
        self._run("set transaction read only")
        return self.look(sql)

    def look(self, sql: str) -> Answer:
        """Return the rows of the query ``sql``. Raises ``Refused`` and ``Lost``."""
        began = time.perf_counter()
        self._run(_CURSOR + sql, sql, len(_CURSOR))
        answer = self._rows(f"fetch forward {MOST_ROWS + 1} from answer", sql, began)
        self._run("close answer")
        return answer

    def read(self, sql: str) -> Answer:
        """Return the rows of our own query ``sql``, inside the transaction or outside."""
        return self._rows(sql, sql, time.perf_counter())

    def change(self, sql: str) -> float:
        """Run ``sql``, which changes rows; return its seconds. Raises ``Refused`` and ``Lost``."""
        self._run(_EXPLAIN + sql, sql, len(_EXPLAIN))
        began = time.perf_counter()
        self._rows(sql, sql, began)
        return time.perf_counter() - began

    def clear(self) -> None:
        """Leave the tables empty."""
        if self.connection.closed:
            raise Lost("the connection is closed")
        if self.connection.pgconn.transaction_status != pq.TransactionStatus.IDLE:
            self._run("rollback")

    def _run(self, words: str, sql: str = "", before: int = 0) -> None:
        for result in list(self._results(words)):  # to the end, so that the next command may be sent
            if result.status not in _OK:
                raise refused(result, sql, before, self.limit_s)

    def _rows(self, words: str, sql: str, began: float) -> Answer:
        columns: tuple[str, ...] = ()
        types: tuple[str, ...] = ()
        rows: list[Row] = []
        size = 0
        wrong: Exception | None = None
        for result in self._results(words, one_by_one=True):
            if result.status not in (*_OK, pq.ExecStatus.SINGLE_TUPLE):
                wrong = refused(result, sql, 0, self.limit_s)
            elif not columns:
                columns = tuple((result.fname(at) or b"").decode() for at in range(result.nfields))
                types = tuple(self._type(result.ftype(at)) for at in range(result.nfields))
            for at in range(result.ntuples):
                cells = [result.get_value(at, column) for column in range(result.nfields)]
                size += sum(len(cell) for cell in cells if cell)
                rows.append(tuple(None if cell is None else cell.decode() for cell in cells))
            if len(rows) > MOST_ROWS or size > MOST_BYTES:
                self.connection.close()  # the rest is not waited for
                message = f"The result has more than {MOST_ROWS:,} rows or {MOST_BYTES >> 20} MB."
                raise Refused(Verdict.OUTPUT_LIMIT, message)
        if wrong:
            raise wrong
        return Answer(columns, types, tuple(rows), time.perf_counter() - began)

    def _results(self, words: str, *, one_by_one: bool = False) -> Iterator[pq.abc.PGresult]:
        """Send one statement, never several; yield its results as they come."""
        until = time.monotonic() + self.limit_s + GRACE_S
        line = self.connection.pgconn
        try:
            line.send_query_params(words.encode(), [])
            if one_by_one:
                line.set_single_row_mode()
            while line.flush():
                self._wait(line, until, write=True)
            while True:
                while line.is_busy():
                    self._wait(line, until)
                    line.consume_input()
                result = line.get_result()
                if result is None:
                    return
                yield result
        except OperationalError as error:
            raise Lost(str(error)) from None

    def _wait(self, line: pq.abc.PGconn, until: float, *, write: bool = False) -> None:
        wanted = [line.socket]
        if not any(select(wanted, wanted if write else [], [], max(0.0, until - time.monotonic()))):
            self.connection.close()
            raise Refused(Verdict.TIME_LIMIT, f"The statement ran longer than {self.limit_s:g} s.")

    def _type(self, oid: int) -> str:
        known = self.connection.adapters.types.get(oid)
        if known is None:
            return f"type {oid}"
        return f"{known.name}[]" if oid == known.array_oid else known.name
