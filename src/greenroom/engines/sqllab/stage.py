"""A stage: sessions side by side in one database, and an onlooker who asks the server which of them wait for which.

One turn sends one statement. It is over when every session has its answer or waits for a lock that an idle or waiting
session holds: the server says who waits for whom (``pg_blocking_pids``), and that its own deadlock check found nothing.
So the same turns always end alike, and in a deadlock the session that closes the circle is the one that is refused.
"""

import time
from collections.abc import Sequence
from contextlib import suppress
from select import select

import psycopg
from psycopg import Connection

from greenroom.core.verdict import Verdict

from .answer import Lost
from .session import SETTINGS, STATEMENT_S, Reply, Session, Words

_BLOCKED = "select pid, pg_blocking_pids(pid) from unnest(%s::int[]) as pid"
_LOOK_S = 0.002  # how long to wait for an answer before the onlooker is asked
_UNCHECKED_S = 1.0  # a session that turned the server's notices off is believed to wait after this


class Stage:
    """``sessions`` by name. ``onlooker`` is a connection of the owner of the server."""

    def __init__(self, sessions: Sequence[Session], onlooker: Connection[tuple[object, ...]]) -> None:
        self.sessions = {session.name: session for session in sessions}
        self._onlooker = onlooker
        self._told: set[str] = set()

    def turn(self, name: str, words: Words) -> tuple[list[tuple[str, Reply]], dict[str, tuple[str, ...]]]:
        """Send ``words`` in session ``name`` and go on until everybody is answered or waits.

        Returns the answers, the session's own first, and who has begun to wait for whom. Raises ``Lost``.
        """
        self.sessions[name].send(words)
        came = sorted(self._settle(), key=lambda pair: (pair[0].name != name, pair[0].name))
        self._told -= {session.name for session, _ in came}
        begun = {session.name for session in self._busy()} - self._told
        self._told |= begun
        blocked = self._blocked() if begun else {}
        return [(session.name, reply) for session, reply in came], {one: blocked.get(one, ()) for one in sorted(begun)}

    def _settle(self) -> list[tuple[Session, Reply]]:
        """Wait until everybody is answered or waits; return the answers, which may have come in any order."""
        came: list[tuple[Session, Reply]] = []
        since = time.monotonic()
        while True:
            blocked = self._blocked() if time.monotonic() - since > _LOOK_S else {}  # before the answers are read
            new = [(session, reply) for session in self._busy() if (reply := session.reply()) is not None]
            came += new
            left = self._busy()
            if not left:
                return came
            if new:
                since = time.monotonic()  # what they held is free now
                continue
            patient = time.monotonic() - since > _UNCHECKED_S
            if all(session.name in blocked and (session.checked or patient) for session in left):
                return came
            came += self._end_late(left)
            select([session.socket for session in self._busy()], [], [], _LOOK_S)

    def waiting(self, name: str) -> bool:
        """True while ``name`` waits for a lock."""
        return self.sessions[name].busy

    def clear(self) -> None:
        """End what is left open: transactions are rolled back, and a session that still waits is ended."""
        for session in self.sessions.values():
            if session.busy:
                self._end(session)
            elif session.open:
                session.do("rollback")
        self._told.clear()

    def _busy(self) -> list[Session]:
        return [session for session in self.sessions.values() if session.busy]

    def _blocked(self) -> dict[str, tuple[str, ...]]:
        """Return who waits for whom, by name."""
        names = {session.pid: session.name for session in self.sessions.values()}
        try:
            rows = self._onlooker.execute(_BLOCKED, ([session.pid for session in self._busy()],)).fetchall()
        except psycopg.OperationalError as error:
            raise Lost(str(error)) from None
        found: dict[str, tuple[str, ...]] = {}
        for pid, blockers in rows:
            if isinstance(pid, int) and isinstance(blockers, list) and blockers:
                found[names[pid]] = tuple(sorted({names.get(blocker, "another") for blocker in blockers}))
        return found

    def _end_late(self, left: list[Session]) -> list[tuple[Session, Reply]]:
        return [(session, self._end(session)) for session in left if session.late]

    def _end(self, session: Session) -> Reply:
        """End a session that does not end by itself: a function may catch a cancelled statement, and not this."""
        with suppress(psycopg.Error):
            self._onlooker.execute("select pg_terminate_backend(%s)", (session.pid,))
        return session.end(f"it ran longer than {STATEMENT_S:g} s and did not end by itself", Verdict.TIME_LIMIT)


def settings_of(role: str) -> str:
    """Return the SQL by which the owner makes the server tell ``role`` when it waits."""
    return ";".join(f"alter role {role} set {name} = '{value}'" for name, value in SETTINGS.items())
