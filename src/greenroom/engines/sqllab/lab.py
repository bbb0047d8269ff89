"""The SQL lab: a candidate's SQL in, case results out, by the form of the exercise."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

import psycopg

from greenroom.core.exercise import Exercise, Wrong
from greenroom.core.grid import Grid
from greenroom.core.grid import Rows as Table
from greenroom.core.language import Language
from greenroom.core.making import Making
from greenroom.core.outcome import CaseResult, Usage
from greenroom.core.query_plan import Plan
from greenroom.core.sql import Form, Sql
from greenroom.core.table import Table as Shown
from greenroom.core.timeline import Timeline
from greenroom.core.verdict import Verdict

from .answer import Answer, AuthorsFault, Lost, Refused
from .attacks import Attacks
from .browser import browse
from .compare import BadOrder, difference
from .existing import Existing
from .grids import grid, plain
from .index_desk import IndexDesk
from .quarry import BadRows
from .race import Race
from .room import Room
from .rooms import Rooms
from .rows import Rows, rows_of
from .server import IDLE_S, Server, Unavailable
from .smallest import Smaller, smallest
from .statement import one_statement, text_of

FILE = Language.SQL.file
KEPT = 256  # data sets with their expected rows that stay in memory
LIMITS = (Verdict.TIME_LIMIT, Verdict.MEMORY_LIMIT, Verdict.OUTPUT_LIMIT)  # no further set is judged after one
TRIES = 3  # a server that is lost so often in one data set is lost by what it is asked


@dataclass(frozen=True)
class _Set:
    """A data set: its rows, and what the reference gives on them."""

    rows: Rows
    expected: Answer


class Lab:
    """The lab of the installation whose data folder is ``home``. Opening it starts nothing; the first use does.

    With ``address`` queries run on a server that is there already.
    """

    def __init__(self, home: Path, idle: float = IDLE_S, address: str = "") -> None:
        self._server = Server(home, idle)
        self._rooms = Rooms(self._server)
        self._query_server = Existing(home, address) if address else self._server
        self._query_rooms = Rooms(self._query_server) if address else self._rooms
        self._indexes = IndexDesk(self._server)
        self._sets: OrderedDict[tuple[str, ...], _Set] = OrderedDict()
        self._study: dict[str, Room] = {}  # by the schema's DDL: where references run

    def missing(self) -> str | None:
        """Return what keeps this machine from judging anything, in words, or None."""
        return self._query_server.missing()

    def run(self, exercise: Exercise, files: Mapping[str, bytes]) -> Iterator[CaseResult]:
        """Judge the SQL in ``files``: on every data set, by every attack or on every schedule of ``exercise``.

        What would be the same on every set (a syntax error, several statements) is told once, with no case, and after
        a limit that was hit nothing more is judged. A server that is lost is started again, and what it was judging is
        judged again. Raises ``ValueError`` for files that are not one ``solution.sql``, and ``AuthorsFault`` when the
        exercise itself does not run.
        """
        if set(files) != {FILE}:
            raise ValueError(f"the SQL lab takes one file, {FILE}")
        about = _sql(exercise)
        try:
            yield from self._by_form(exercise, about, files[FILE])
        except Refused as refused:
            yield _refused("", refused)
        except BadRows as wrong:
            raise AuthorsFault(str(wrong)) from None
        except (Unavailable, psycopg.Error) as error:
            yield CaseResult(case="", verdict=Verdict.INTERNAL_ERROR, message=str(error)[:300], part=1)

    def rows(self, exercise: Exercise, sql: bytes) -> Table:
        """Return the rows of ``sql`` on the set that candidates see. Raises ``Refused`` and ``Unavailable``.

        ``ValueError`` is raised for a schema under attack, of which there is nothing to see.
        """
        about = _sql(exercise)
        statement = one_statement(sql)
        if about.form is Form.INDEX:
            return self._indexes.rows(about, statement)
        with _Desk(self._query_rooms, about.ddl) as desk:
            return plain(desk.answer(about, self._shown(exercise, about), statement))

    def shown(self, exercise: Exercise, files: Mapping[str, bytes]) -> CaseResult:
        """Run the statement in ``files`` on the set that candidates see, and judge nothing.

        The grid of what comes has no expected side; the verdict is accepted when the statement ran. Raises
        ``ValueError`` for files that are not one ``solution.sql``, and ``AuthorsFault``.
        """
        if set(files) != {FILE}:
            raise ValueError(f"the SQL lab takes one file, {FILE}")
        name = _sql(exercise).sets[0]
        try:
            rows = self.rows(exercise, files[FILE])
        except Refused as refused:
            return _refused("" if refused.once else name, refused)
        except (Unavailable, psycopg.Error) as error:
            return CaseResult(case="", verdict=Verdict.INTERNAL_ERROR, message=str(error)[:300], part=1)
        nothing = Table(columns=())
        return CaseResult(case=name, verdict=Verdict.ACCEPTED, part=1, grid=Grid(expected=nothing, actual=rows))

    @contextmanager
    def visited(self, exercise: Exercise) -> Iterator[dict[str, str]]:
        """Give the environment that leads psql into a database with the visible set; it is dropped afterwards.

        Its role may read and change the rows and nothing else. Raises ``Unavailable`` and ``AuthorsFault``.
        """
        about = _sql(exercise)
        with _Desk(self._query_rooms, about.ddl) as desk:
            room = desk.room()
            room.load(self._shown(exercise, about))
            room.connection.execute("commit")
            yield self._query_server.environ(room.name, room.name)

    def psql(self) -> Path | None:
        """Return the psql that came with the server, or None."""
        return self._server.psql()

    def forget(self) -> bool:
        """Remove everything that the lab has on the disk; False while somebody uses it. The next use makes it anew."""
        return self._server.forget()

    def standing(self) -> str:
        """Return ``new`` before the first start in this installation, ``stopped`` or ``running``. Starts nothing."""
        return self._query_server.standing()

    def tables(self, exercise: Exercise) -> tuple[Shown, ...]:
        """Return the tables of the exercise's schema with rows of the visible set. Raises ``Unavailable``.

        There are none for a schema under attack: its tables are the candidate's.
        """
        about = _sql(exercise)
        if about.form is Form.INDEX:
            return self._indexes.tables(about)
        return () if about.form is Form.SCHEMA else browse(self._studying(about), self._shown(exercise, about))

    def _shown(self, exercise: Exercise, about: Sql) -> Rows:
        """Return the rows that candidates see."""
        if about.form is Form.SCHEMA:
            raise ValueError(f"{exercise.slug} has no tables of its own")
        if about.form is Form.RACE:
            return self._plain_rows(about, about.set)
        return self._set(exercise, about.sets[0], about).rows

    def kills(self, exercise: Exercise, statement: str) -> str:
        """Return the first data set that tells ``statement``, an author's mutant, from the reference, or "".

        Mutants are not hostile: they share one room. Raises ``AuthorsFault`` and ``Unavailable``.
        """
        about = _sql(exercise)
        if about.form is Form.INDEX:
            results = self.run(exercise, {FILE: statement.encode()})
            return next((each.case or "build" for each in results if each.verdict is not Verdict.ACCEPTED), "")
        for name in about.sets:
            each = self._set(exercise, name, about)
            try:
                actual = _answer(self._studying(about), about, each.rows, statement)
            except Refused:
                return name
            if difference(about, each.expected, actual):
                return name
        return ""

    def prepare(self, exercise: Exercise) -> None:
        """Begin to make the rows of an index exercise in the background; returns at once, also when they are there."""
        self._indexes.prepare(_sql(exercise))

    def far(self, exercise: Exercise) -> Making:
        """Say how far the rows of an index exercise are, whoever makes them. Raises ``Unavailable``."""
        return self._indexes.far(_sql(exercise))

    def warm(self, exercise: Exercise, seconds: float) -> bool:
        """Wait until a fresh copy for the next submission is ready, at most so long; tell whether one is."""
        return self._indexes.warm(_sql(exercise), seconds)

    def fresh(self, exercise: Exercise) -> None:
        """Take a fresh copy of an index exercise's rows as a submission does, and give it back. For measuring."""
        self._indexes.fresh(_sql(exercise))

    def before(self, exercise: Exercise) -> dict[str, Plan | None]:
        """Return the plan of every query and write of an index exercise without any index of a candidate's.

        None where a limit was hit. Waits for the rows. Raises ``Unavailable`` and ``AuthorsFault``.
        """
        try:
            return self._indexes.before(_sql(exercise))
        except BadRows as wrong:
            raise AuthorsFault(str(wrong)) from None

    def close(self) -> None:
        """Drop what was made; the server ends by itself when nobody else uses it."""
        with suppress(psycopg.Error):
            self._indexes.close()
            for room in self._study.values():
                self._query_rooms.spend(room)
            for rooms in {self._query_rooms, self._rooms}:
                rooms.close()
        self._server.close()

    def __enter__(self) -> "Lab":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _by_form(self, exercise: Exercise, about: Sql, source: bytes) -> Iterator[CaseResult]:
        if about.form is Form.SCHEMA:
            yield from Attacks(self._server, self._rooms, about, text_of(source)).run()
        elif about.form is Form.RACE:
            yield from self._race(about, source).run()
        elif about.form is Form.INDEX:
            yield from self._indexes.run(exercise, about, source)
        else:
            yield from self._judged(exercise, about, one_statement(source))

    def resembles(self, exercise: Exercise, files: Mapping[str, bytes], sets: Sequence[str]) -> str:
        """Return the first named wrong solution that gives the same as a query on each of ``sets``, or "".

        ``sets`` are data sets on which the query is wrong, so that what agrees on them shares its mistake as far as
        they can show it. Raises what ``run`` raises, and ``Refused`` for a statement that does not run.
        """
        about = _sql(exercise)
        if about.form is not Form.QUERY:
            return ""
        statement = one_statement(files[FILE])
        alike = [wrong for wrong in exercise.wrong if wrong.fails and set(sets) <= set(wrong.fails)]
        with _Desk(self._query_rooms, about.ddl) as desk:
            for name in sets:
                rows = self._set(exercise, name, about).rows
                actual = desk.answer(about, rows, statement)
                alike = [wrong for wrong in alike if self._same(desk, about, rows, wrong, actual)]
        return alike[0].name if alike else ""

    def _same(self, desk: "_Desk", about: Sql, rows: Rows, wrong: Wrong, actual: Answer) -> bool:
        with suppress(Refused):  # a wrong solution may be one that hits a limit
            given = desk.answer(about, rows, wrong.files[Language.SQL])
            return difference(about, given, actual) is None
        return False

    def replay(self, exercise: Exercise, files: Mapping[str, bytes], schedule: str) -> Timeline:
        """Run one schedule of a race again by its name.

        Raises ``Refused`` for steps that cannot run, ``ValueError`` for a name that is none, and ``Unavailable``.
        """
        return self._race(_sql(exercise), files[FILE]).replay(schedule)

    def _race(self, about: Sql, source: bytes) -> Race:
        text = text_of(source)
        return Race(self._server, self._rooms, about, self._plain_rows(about, about.set), text)

    def _plain_rows(self, about: Sql, name: str) -> Rows:
        """Return the rows of a data set of which there is no reference to keep."""
        for _ in range(TRIES):
            room = self._studying(about)
            try:
                room.clear()
                return rows_of(room.connection, about.data[name], seed=name)
            except (Lost, psycopg.OperationalError):
                room.connection.close()
            except psycopg.Error as error:
                raise AuthorsFault(f"data set {name}: {error}") from None
        raise Unavailable(f"The SQL lab's server was lost {TRIES} times while the set {name} was made.")

    def _judged(self, exercise: Exercise, about: Sql, statement: str) -> Iterator[CaseResult]:
        known = {name: self._set(exercise, name, about) for name in about.sets}
        with _Desk(self._query_rooms, about.ddl) as desk:
            shown = False
            for name, each in known.items():
                result = self._case(desk, exercise, name, each, statement, explain=not shown)
                shown = shown or bool(result.grid and result.grid.input)
                yield result
                if result.verdict in LIMITS:
                    break

    def _case(
        self, desk: "_Desk", exercise: Exercise, name: str, each: _Set, statement: str, *, explain: bool
    ) -> CaseResult:
        about = _sql(exercise)
        try:
            actual = desk.answer(about, each.rows, statement)
        except Refused as refused:
            if refused.once:
                raise
            return _refused(name, refused)
        usage = Usage(wall_s=actual.took_s)
        try:
            found = difference(about, each.expected, actual)
        except BadOrder as wrong:
            raise AuthorsFault(str(wrong)) from None
        if found is None:
            return CaseResult(case=name, verdict=Verdict.ACCEPTED, usage=usage, part=1)
        result = CaseResult(case=name, verdict=Verdict.WRONG_ANSWER, usage=usage, message=found.message, part=1)
        small = self._smaller(desk, exercise, each, statement) if explain else None
        if small is None:
            return replace(result, grid=grid(each.expected, actual, found, (), smallest=False))
        return replace(result, grid=grid(small.expected, small.actual, small.found, small.tables, small.minimal))

    def _smaller(self, desk: "_Desk", exercise: Exercise, each: _Set, statement: str) -> Smaller | None:
        """Return the smallest rows that still differ; None when the server fails on the way, as the verdict stands."""
        about, reference = _sql(exercise), exercise.reference[Language.SQL]
        with suppress(Lost, Refused, psycopg.Error):
            return smallest(about, each.rows, statement, reference, desk.room(), self._studying(about))
        return None

    def _set(self, exercise: Exercise, name: str, about: Sql) -> _Set:
        """Return the set ``name`` with what the reference gives on it; both are found once and kept."""
        reference = exercise.reference[Language.SQL]
        key = (about.ddl, about.data[name], reference, about.after, name)
        if key in self._sets:
            self._sets.move_to_end(key)
            return self._sets[key]
        for _ in range(TRIES):
            with suppress(Lost):
                self._sets[key] = self._made(about, name, reference)
                while len(self._sets) > KEPT:
                    self._sets.popitem(last=False)
                return self._sets[key]
        raise Unavailable(f"The SQL lab's server was lost {TRIES} times while the set {name} was made.")

    def _made(self, about: Sql, name: str, reference: str) -> _Set:
        room = self._studying(about)
        try:
            room.clear()
            rows = rows_of(room.connection, about.data[name], seed=name)
            made = _Set(rows, _answer(room, about, rows, reference))
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

    def _studying(self, about: Sql) -> Room:
        """Return the room where references run: never one that a candidate's statement sees."""
        room = self._study.get(about.ddl)
        if room is None or room.connection.closed:
            try:
                room = self._query_rooms.take(about.ddl)
            except psycopg.OperationalError as error:
                raise Lost(str(error)) from None
            except psycopg.Error as error:
                raise AuthorsFault(f"schema {about.schema}: {error}") from None
            self._study[about.ddl] = room
        return room


class _Desk:
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
                return _answer(self.room(), about, rows, statement)
            except (Lost, psycopg.OperationalError):
                if self._room is not None:
                    self._room.connection.close()
        raise Refused(Verdict.INTERNAL_ERROR, f"The SQL lab's server was lost {TRIES} times on this data set.")

    def __enter__(self) -> "_Desk":
        return self

    def __exit__(self, *about: object) -> None:
        if self._room is not None:
            self._rooms.spend(self._room)


def _answer(room: Room, about: Sql, rows: Rows, statement: str) -> Answer:
    room.load(rows)
    if not about.writes:
        return room.query(statement)
    took = room.change(statement)
    return replace(room.query(about.after), took_s=took)


def _refused(case: str, refused: Refused) -> CaseResult:
    return CaseResult(case=case, verdict=refused.verdict, message=refused.message, difference=refused.detail, part=1)


def _sql(exercise: Exercise) -> Sql:
    if exercise.sql is None:
        raise ValueError(f"{exercise.slug} is no exercise for the SQL lab")
    return exercise.sql
