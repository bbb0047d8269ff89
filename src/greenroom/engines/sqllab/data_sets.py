"""The data sets of exercises, loaded once, with what the reference gives on each."""

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass

import psycopg

from greenroom.core.exercise import Exercise
from greenroom.core.language import Language
from greenroom.core.sql import Sql

from .answer import Answer, AuthorsFault, Lost, Refused
from .desk import TRIES, answer
from .room import Room
from .rooms import Rooms
from .rows import Rows, rows_of
from .server import Unavailable

LOST = "The SQL lab's server was lost {} times while the set {} was made."
KEPT = 256  # data sets with their expected rows that stay in memory


@dataclass(frozen=True)
class DataSet:
    """A data set: its rows, and what the reference gives on them."""

    rows: Rows
    expected: Answer


class DataSets:
    """What has been loaded, and the rooms where references run, one for each schema."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._kept: OrderedDict[tuple[str, ...], DataSet] = OrderedDict()
        self._study: dict[str, Room] = {}  # by the schema's DDL

    def close(self) -> None:
        """Give the rooms back."""
        for room in self._study.values():
            self._rooms.spend(room)

    def of(self, exercise: Exercise, name: str) -> DataSet:
        """Return the set ``name`` with what the reference gives on it; both are found once and kept.

        Raises ``AuthorsFault`` when either does not run, and ``Unavailable``.
        """
        about = sql_of(exercise)
        reference = exercise.reference[Language.SQL]
        key = (about.ddl, about.data[name], reference, about.after, name)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        for _ in range(TRIES):
            with suppress(Lost):
                self._kept[key] = self._made(about, name, reference)
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
                return self._kept[key]
        raise Unavailable(self._rooms.trouble() or LOST.format(TRIES, name))

    def _made(self, about: Sql, name: str, reference: str) -> DataSet:
        room = self.room(about)
        try:
            room.clear()
            rows = rows_of(room.connection, about.data[name], seed=name)
            made = DataSet(rows, answer(room, about, rows, reference))
            room.clear()
            return made
        except psycopg.OperationalError as error:
            room.connection.close()
            raise Lost(str(error)) from None
        except psycopg.Error as error:
            raise AuthorsFault(f"data set {name}: {error}") from None
        except Lost:
            room.connection.close()
            raise
        except Refused as refused:
            raise AuthorsFault(f"the reference on {name}: {refused.message}") from None

    def room(self, about: Sql) -> Room:
        """Return the room where references run: never one that a candidate's statement sees."""
        room = self._study.get(about.ddl)
        if room is None or room.connection.closed:
            try:
                room = self._rooms.take(about.ddl)
            except psycopg.OperationalError as error:
                raise Lost(str(error)) from None
            except psycopg.Error as error:
                raise AuthorsFault(f"schema {about.schema}: {error}") from None
            self._study[about.ddl] = room
        return room

    def plain(self, about: Sql, name: str) -> Rows:
        """Return the rows of a data set of which there is no reference to keep."""
        for _ in range(TRIES):
            room = self.room(about)
            try:
                room.clear()
                return rows_of(room.connection, about.data[name], seed=name)
            except (Lost, psycopg.OperationalError):
                room.connection.close()
            except psycopg.Error as error:
                raise AuthorsFault(f"data set {name}: {error}") from None
        raise Unavailable(self._rooms.trouble() or LOST.format(TRIES, name))


def sql_of(exercise: Exercise) -> Sql:
    """Return what the exercise asks of the SQL lab. Raises ``ValueError`` for an exercise of another kind."""
    if exercise.sql is None:
        raise ValueError(f"{exercise.slug} is no exercise for the SQL lab")
    return exercise.sql
