"""A session of a race or an attack: one connection that sends a statement and does not wait for its answer.

The server says itself when a statement waits for a lock and its deadlock check has found nothing: with
``log_lock_waits`` it sends "still waiting" to the session that waits, and "acquired" when it goes on. So nothing here
is a guess by the clock; the deadline is only for what never comes back.
"""

import time
from dataclasses import dataclass
from select import select

import psycopg
from psycopg import Connection, pq

from greenroom.core.grid import Row, Rows
from greenroom.core.verdict import Verdict

from .answer import Answer, Lost
from .grids import plain

STATEMENT_S = 3.0
GRACE_S = 2.0  # beyond it the server did not keep its own limit, and the session is ended
MOST_ROWS = 1000
MOST_BYTES = 1 << 20
DEADLOCK_MS = 5
OPTIONS = (
    f"-c statement_timeout={int(STATEMENT_S * 1000)} -c lock_timeout=0 -c idle_in_transaction_session_timeout=120000"
    " -c transaction_timeout=120000 -c search_path=public -c work_mem=8MB -c client_min_messages=log"
)
SETTINGS = {"deadlock_timeout": f"{DEADLOCK_MS}ms", "log_lock_waits": "on"}  # of the role, by the owner
_OK = (pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK, pq.ExecStatus.EMPTY_QUERY)
_COPY = (pq.ExecStatus.COPY_IN, pq.ExecStatus.COPY_OUT, pq.ExecStatus.COPY_BOTH)
_FIELD = pq.DiagnosticField
_LIMITS = {
    "57014": Verdict.TIME_LIMIT, "25P04": Verdict.TIME_LIMIT,
    "53200": Verdict.MEMORY_LIMIT, "53400": Verdict.MEMORY_LIMIT, "54000": Verdict.MEMORY_LIMIT,
}  # fmt: skip
ENDED = "ended"  # the code of a statement that the lab ended


@dataclass(frozen=True)
class Words:
    """A statement as it is sent: ``text`` with ``$1`` and so on for ``values``, each with the type's number or 0.

    ``many``: several statements, of which one that is refused undoes all.
    """

    text: str
    values: tuple[str | None, ...] = ()
    types: tuple[int, ...] = ()
    many: bool = False


@dataclass(frozen=True)
class Reply:
    """What the server answered. ``code`` is empty unless it refused."""

    said: str
    code: str = ""
    rows: tuple[Row, ...] = ()
    columns: tuple[str, ...] = ()
    kinds: tuple[int, ...] = ()
    error: pq.abc.PGresult | None = None
    ended: Verdict | None = None  # by the lab, for this limit

    @property
    def limit(self) -> Verdict | None:
        """The limit that was hit, or None."""
        return self.ended or _LIMITS.get(self.code)

    def shown(self) -> Rows | None:
        """The rows as a page shows them; None for a statement that gives none."""
        return plain(Answer(self.columns, (), self.rows, 0.0)) if self.columns else None


class Session:
    """One connection of a candidate's role, named as the author names it."""

    def __init__(self, name: str, connection: Connection[tuple[object, ...]]) -> None:
        self.name, self.connection = name, connection
        self.pid = connection.info.backend_pid
        self.busy = False
        self.checked = False  # it waits, and the server has looked for a deadlock and found none
        self._line = connection.pgconn
        self._line.notice_handler = self._noticed
        self._until = 0.0
        self._last: pq.abc.PGresult | None = None  # the latest statement's, or the first that was refused
        self._rows: list[Row] = []
        self._size = 0

    def send(self, words: Words) -> None:
        """Send one statement. Raises ``Lost``."""
        try:
            if words.many:
                self._line.send_query(words.text.encode())
            else:
                values = [None if value is None else value.encode() for value in words.values]
                self._line.send_query_params(words.text.encode(), values, param_types=list(words.types))
            self._line.set_single_row_mode()  # more rows than are wanted are never held
            while self._line.flush():
                select([], [self._line.socket], [], 1.0)
        except (psycopg.OperationalError, UnicodeEncodeError) as error:
            raise Lost(str(error)) from None
        self.busy, self.checked = True, False
        self._begin()
        self._until = time.monotonic() + STATEMENT_S + GRACE_S

    @property
    def late(self) -> bool:
        """True when the server did not keep its own limit."""
        return time.monotonic() > self._until

    def reply(self) -> Reply | None:
        """Return the answer as soon as it is there, and None before. Raises ``Lost``."""
        try:
            self._line.consume_input()
            while not self._line.is_busy():
                result = self._line.get_result()
                if result is None:
                    self.busy = False
                    return _reply(self._last, self._rows)
                if result.status in _COPY:
                    return self.end("COPY from or to the client is not allowed here", Verdict.RUNTIME_ERROR)
                if result.status == pq.ExecStatus.SINGLE_TUPLE:
                    self._take(result)
                elif self._last is None or self._last.status in _OK:
                    self._last = result
                if len(self._rows) > MOST_ROWS or self._size > MOST_BYTES:
                    most = f"{MOST_ROWS:,} rows or {MOST_BYTES >> 20} MB"
                    return self.end(f"the statement gives more than {most}", Verdict.OUTPUT_LIMIT)
        except psycopg.OperationalError as error:
            raise Lost(str(error)) from None
        return None

    def end(self, said: str, verdict: Verdict) -> Reply:
        """Cut the connection for a limit that was hit; return that as the answer."""
        self.connection.close()
        self.busy = False
        return Reply(said, ENDED, ended=verdict)

    def do(self, text: str) -> Reply:
        """Send a statement and wait for the answer: for what cannot wait for a lock. Raises ``Lost``."""
        self.send(Words(text))
        while True:
            if (answer := self.reply()) is not None:
                return answer
            select([self._line.socket], [], [], 0.05)
            if self.late:
                raise Lost("the server does not answer")

    @property
    def socket(self) -> int:
        """The number of the connection's socket."""
        return self._line.socket

    @property
    def open(self) -> bool:
        """True inside a transaction, a failed one too."""
        return not self.connection.closed and self._line.transaction_status != pq.TransactionStatus.IDLE

    def _begin(self) -> None:
        self._last, self._rows, self._size = None, [], 0

    def _take(self, row: pq.abc.PGresult) -> None:
        if self._last is not None:
            self._begin()  # an earlier statement's rows are of no interest
        cells = tuple(_cell(row.get_value(0, column)) for column in range(row.nfields))
        self._size += sum(len(cell) for cell in cells if cell)
        self._rows.append(cells)

    def _noticed(self, notice: pq.abc.PGresult) -> None:
        said = (notice.error_field(_FIELD.MESSAGE_PRIMARY) or b"").decode(errors="replace")
        if said.startswith("process "):
            if " still waiting for " in said:
                self.checked = True
            elif " acquired " in said:
                self.checked = False


def _reply(last: pq.abc.PGresult | None, rows: list[Row]) -> Reply:
    if last is None:
        return Reply("nothing")
    if last.status not in _OK:
        code = _text(last, _FIELD.SQLSTATE) or "XX000"
        return Reply(said=_text(last, _FIELD.MESSAGE_PRIMARY), code=code, error=last)
    wide = range(last.nfields)
    return Reply(
        said=(last.command_status or b"").decode(),
        rows=tuple(rows),
        columns=tuple((last.fname(at) or b"").decode() for at in wide),
        kinds=tuple(last.ftype(at) for at in wide),
    )


def _cell(value: bytes | None) -> str | None:
    return None if value is None else value.decode(errors="replace")


def _text(result: pq.abc.PGresult, field: pq.DiagnosticField) -> str:
    return (result.error_field(field) or b"").decode(errors="replace")
