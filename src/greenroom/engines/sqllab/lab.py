"""The SQL lab: a candidate's SQL in, case results out, by the form of the exercise."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
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
from .data_sets import DataSet, DataSets, sql_of
from .desk import Desk, answer
from .existing import Existing
from .grids import grid, plain
from .index_desk import IndexDesk
from .quarry import BadRows
from .race import Race
from .rooms import Rooms
from .rows import Rows
from .server import IDLE_S, Server, Unavailable
from .smallest import Smaller, smallest
from .statement import one_statement, text_of

FILE = Language.SQL.file
LIMITS = (Verdict.TIME_LIMIT, Verdict.MEMORY_LIMIT, Verdict.OUTPUT_LIMIT)  # no further set is judged after one


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
        self._sets = DataSets(self._query_rooms)

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
        about = sql_of(exercise)
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
        about = sql_of(exercise)
        statement = one_statement(sql)
        if about.form is Form.INDEX:
            return self._indexes.rows(about, statement)
        with Desk(self._query_rooms, about.ddl) as desk:
            return plain(desk.answer(about, self._shown(exercise, about), statement))

    def shown(self, exercise: Exercise, files: Mapping[str, bytes]) -> CaseResult:
        """Run the statement in ``files`` on the set that candidates see, and judge nothing.

        The grid of what comes has no expected side; the verdict is accepted when the statement ran. Raises
        ``ValueError`` for files that are not one ``solution.sql``, and ``AuthorsFault``.
        """
        if set(files) != {FILE}:
            raise ValueError(f"the SQL lab takes one file, {FILE}")
        name = sql_of(exercise).sets[0]
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
        about = sql_of(exercise)
        with Desk(self._query_rooms, about.ddl) as desk:
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

        There are none for a schema under attack: its tables are the candidate's. An index exercise's stand without
        rows until these have been made: nobody waits for millions of rows to read the name of a column.
        """
        about = sql_of(exercise)
        if about.form is Form.INDEX:
            made = self._indexes.far(about).ready
            return self._indexes.tables(about) if made else browse(self._sets.room(about), Rows(()))
        return () if about.form is Form.SCHEMA else browse(self._sets.room(about), self._shown(exercise, about))

    def _shown(self, exercise: Exercise, about: Sql) -> Rows:
        """Return the rows that candidates see."""
        if about.form is Form.SCHEMA:
            raise ValueError(f"{exercise.slug} has no tables of its own")
        if about.form is Form.RACE:
            return self._sets.plain(about, about.set)
        return self._sets.of(exercise, about.sets[0]).rows

    def kills(self, exercise: Exercise, statement: str) -> str:
        """Return the first data set that tells ``statement``, an author's mutant, from the reference, or "".

        Mutants are not hostile: they share one room. Raises ``AuthorsFault`` and ``Unavailable``.
        """
        about = sql_of(exercise)
        if about.form is Form.INDEX:
            results = self.run(exercise, {FILE: statement.encode()})
            return next((each.case or "build" for each in results if each.verdict is not Verdict.ACCEPTED), "")
        for name in about.sets:
            each = self._sets.of(exercise, name)
            try:
                actual = answer(self._sets.room(about), about, each.rows, statement)
            except Refused:
                return name
            if difference(about, each.expected, actual):
                return name
        return ""

    def prepare(self, exercise: Exercise) -> None:
        """Begin to make the rows of an index exercise in the background; returns at once, also when they are there."""
        self._indexes.prepare(sql_of(exercise))

    def far(self, exercise: Exercise) -> Making:
        """Say how far the rows of an index exercise are, whoever makes them. Raises ``Unavailable``."""
        return self._indexes.far(sql_of(exercise))

    def warm(self, exercise: Exercise, seconds: float) -> bool:
        """Wait until a fresh copy for the next submission is ready, at most so long; tell whether one is."""
        return self._indexes.warm(sql_of(exercise), seconds)

    def fresh(self, exercise: Exercise) -> None:
        """Take a fresh copy of an index exercise's rows as a submission does, and give it back. For measuring."""
        self._indexes.fresh(sql_of(exercise))

    def before(self, exercise: Exercise) -> dict[str, Plan | None]:
        """Return the plan of every query and write of an index exercise without any index of a candidate's.

        None where a limit was hit. Waits for the rows. Raises ``Unavailable`` and ``AuthorsFault``.
        """
        try:
            return self._indexes.before(sql_of(exercise))
        except BadRows as wrong:
            raise AuthorsFault(str(wrong)) from None

    def close(self) -> None:
        """Drop what was made; the server ends by itself when nobody else uses it."""
        with suppress(psycopg.Error):
            self._indexes.close()
            self._sets.close()
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
        about = sql_of(exercise)
        if about.form is not Form.QUERY:
            return ""
        statement = one_statement(files[FILE])
        alike = [wrong for wrong in exercise.wrong if wrong.fails and set(sets) <= set(wrong.fails)]
        with Desk(self._query_rooms, about.ddl) as desk:
            for name in sets:
                rows = self._sets.of(exercise, name).rows
                actual = desk.answer(about, rows, statement)
                alike = [wrong for wrong in alike if self._same(desk, about, rows, wrong, actual)]
        return alike[0].name if alike else ""

    def _same(self, desk: Desk, about: Sql, rows: Rows, wrong: Wrong, actual: Answer) -> bool:
        with suppress(Refused):  # a wrong solution may be one that hits a limit
            given = desk.answer(about, rows, wrong.files[Language.SQL])
            return difference(about, given, actual) is None
        return False

    def replay(self, exercise: Exercise, files: Mapping[str, bytes], schedule: str) -> Timeline:
        """Run one schedule of a race again by its name.

        Raises ``Refused`` for steps that cannot run, ``ValueError`` for a name that is none, and ``Unavailable``.
        """
        return self._race(sql_of(exercise), files[FILE]).replay(schedule)

    def _race(self, about: Sql, source: bytes) -> Race:
        text = text_of(source)
        return Race(self._server, self._rooms, about, self._sets.plain(about, about.set), text)

    def _judged(self, exercise: Exercise, about: Sql, statement: str) -> Iterator[CaseResult]:
        known = {name: self._sets.of(exercise, name) for name in about.sets}
        with Desk(self._query_rooms, about.ddl) as desk:
            shown = False
            for name, each in known.items():
                result = self._case(desk, exercise, name, each, statement, explain=not shown)
                shown = shown or bool(result.grid and result.grid.input)
                yield result
                if result.verdict in LIMITS:
                    break

    def _case(
        self, desk: Desk, exercise: Exercise, name: str, each: DataSet, statement: str, *, explain: bool
    ) -> CaseResult:
        about = sql_of(exercise)
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

    def _smaller(self, desk: Desk, exercise: Exercise, each: DataSet, statement: str) -> Smaller | None:
        """Return the smallest rows that still differ; None when the server fails on the way, as the verdict stands."""
        about, reference = sql_of(exercise), exercise.reference[Language.SQL]
        with suppress(Lost, Refused, psycopg.Error):
            return smallest(about, each.rows, statement, reference, desk.room(), self._sets.room(about))
        return None


def _refused(case: str, refused: Refused) -> CaseResult:
    return CaseResult(case=case, verdict=refused.verdict, message=refused.message, difference=refused.detail, part=1)
