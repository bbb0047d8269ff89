"""A desk: the room in which one submission's statements run."""

from dataclasses import replace

import psycopg

from greenroom.core.sql import Sql
from greenroom.core.verdict import Verdict

from .answer import Answer, Lost, Refused
from .room import Room
from .rooms import Rooms
from .rows import Rows

TRIES = 3  # a server that is lost so often in one data set is lost by what it is asked


class Desk:
    """A fresh room for one submission, and a new one when the server was lost."""

    def __init__(self, rooms: Rooms, ddl: str) -> None:
        self._rooms, self._ddl = rooms, ddl
        self._room: Room | None = None

    def room(self) -> Room:
        """Return the room with an open connection. Raises ``Unavailable`` and psycopg's errors."""
        if self._room is None:
            self._room = self._rooms.take(self._ddl)
        elif self._room.connection.closed:
            try:
                self._room = self._rooms.again(self._room)
            except Lost:
                self._room = self._rooms.take(self._ddl)
        return self._room

    def answer(self, about: Sql, rows: Rows, statement: str) -> Answer:
        """Return what ``statement`` answers on ``rows``; a lost server is asked again."""
        for _ in range(TRIES):
            try:
                return answer(self.room(), about, rows, statement)
            except (Lost, psycopg.OperationalError):
                if self._room is not None:
                    self._room.connection.close()
        lost = f"The SQL lab's server was lost {TRIES} times on this data set."
        raise Refused(Verdict.INTERNAL_ERROR, self._rooms.trouble() or lost)

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *about: object) -> None:
        if self._room is not None:
            self._rooms.spend(self._room)


def answer(room: Room, about: Sql, rows: Rows, statement: str) -> Answer:
    """Return what ``statement`` answers on ``rows`` in ``room``, or the rows of ``after`` when it changes some."""
    room.load(rows)
    if not about.writes:
        return room.query(statement)
    took = room.change(statement)
    return replace(room.query(about.after), took_s=took)
