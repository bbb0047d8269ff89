"""Judges submissions of the index form: builds the indexes, then explains every query and every write."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

import psycopg

from greenroom.core.exercise import Exercise
from greenroom.core.grid import Rows as Table
from greenroom.core.making import Making
from greenroom.core.outcome import CaseResult
from greenroom.core.query_plan import Plan, Plans
from greenroom.core.sql import BUDGET, Sql, Workload, WriteLoad
from greenroom.core.table import Table as Shown
from greenroom.core.verdict import Verdict

from .answer import Answer, Lost, Refused
from .big_room import BigRoom
from .big_rooms import BigRooms
from .browser import shown
from .compare import difference
from .grids import grid, plain
from .quarry import BadRows, Big
from .server import Server, Unavailable
from .solution import Solution, solution_of
from .workload import against, budget, well, written

TRIES = 3
MOST_STUDIES = 2  # each is as large as its data set
Before = Mapping[str, Plan | None]


class IndexDesk:
    """The lab's part for indexes. Large data sets are made at the first use, or ahead with ``prepare``."""

    def __init__(self, server: Server) -> None:
        self._rooms = BigRooms(server)
        self._studies: dict[str, BigRoom] = {}  # by data set: rooms without a candidate's index
        self._before: dict[tuple[object, ...], Plan | None] = {}

    def prepare(self, about: Sql) -> None:
        """Begin to make the rows in the background; returns at once."""
        self._rooms.quarry.prepare(_big(about))

    def far(self, about: Sql) -> Making:
        """Say how far the rows are. Raises ``Unavailable``."""
        return self._rooms.quarry.far(_big(about))

    def warm(self, about: Sql, seconds: float) -> bool:
        """Wait until a copy is ready, at most so long; tell whether one is."""
        return self._rooms.warm(_big(about), seconds)

    def fresh(self, about: Sql) -> None:
        """Take a fresh copy and give it back."""
        self._rooms.spend(self._rooms.take(_big(about)))

    def before(self, about: Sql) -> dict[str, Plan | None]:
        """Return the plan of every query and write without an index of a candidate's; None where a limit was hit."""
        return {each.name: self._plain(about, each) for each in about.load}

    def rows(self, about: Sql, statement: str) -> Table:
        """Return the rows of a query. Raises ``Refused`` and ``Unavailable``."""
        room = self._study(about)
        room.clear()
        room.read("begin")
        try:
            return plain(room.query(statement))
        finally:
            with suppress(Lost):
                room.clear()

    def tables(self, about: Sql) -> tuple[Shown, ...]:
        """Return the tables with a few of their rows. Raises ``Unavailable``."""
        return shown(self._study(about))

    def run(self, exercise: Exercise, about: Sql, source: bytes) -> Iterator[CaseResult]:
        """Yield a result for each query, each write, and the budget. A server that is lost is asked again."""
        solution = solution_of(source, about)
        before = self.before(about)
        done: set[str] = set()
        for _ in range(TRIES):
            room = self._rooms.take(_big(about))
            try:
                for result in self._cases(room, about, solution, before):
                    if result.case not in done:
                        done.add(result.case)
                        yield result
                return
            except (Lost, psycopg.OperationalError):
                continue
            finally:
                self._rooms.spend(room)
        raise Unavailable(f"The SQL lab's server was lost {TRIES} times with this submission.")

    def close(self) -> None:
        """Drop what was made for this process."""
        for room in self._studies.values():
            self._rooms.spend(room)
        self._rooms.close()

    def _cases(self, room: BigRoom, about: Sql, solution: Solution, before: Before) -> Iterator[CaseResult]:
        for statement in solution.indexes:
            room.build(statement)
        room.settle()
        indexes = room.indexes()
        plans: dict[str, Plans] = {}
        for query in about.workload:
            result = self._query(room, about, query, solution.queries.get(query.name, ""), before[query.name])
            plans[query.name] = result.plan or Plans()
            yield result
        for write in about.write_load:
            result = self._write(room, write, before[write.name])
            plans[write.name] = result.plan or Plans()
            yield result
        within, said = budget(about, indexes, plans)
        verdict = Verdict.ACCEPTED if within else Verdict.WRONG_ANSWER
        yield CaseResult(case=BUDGET, verdict=verdict, message=said, part=1)

    def _query(
        self, room: BigRoom, about: Sql, query: Workload, rewritten: str, before: Plan | None
    ) -> CaseResult:  # fmt: skip
        plans = Plans(before=before, most=query.buffers)
        try:
            if rewritten and (differs := self._differs(about, query, rewritten)):
                return replace(differs, plan=plans)
            plans = replace(plans, after=room.explain(rewritten or query.sql))
        except Refused as refused:
            return _refused(query.name, refused, plans)
        assert plans.after is not None  # noqa: S101
        return _judged(query.name, plans, against(query, plans.after))

    def _write(self, room: BigRoom, write: WriteLoad, before: Plan | None) -> CaseResult:
        plans = Plans(before=before, most=write.buffers)
        try:
            plans = replace(plans, after=room.explain(write.sql, writes=True))
        except Refused as refused:
            return _refused(write.name, refused, plans)
        assert plans.after is not None  # noqa: S101
        return _judged(write.name, plans, written(write, plans.after), wal=True)

    def _differs(self, about: Sql, query: Workload, rewritten: str) -> CaseResult | None:
        """Return the result of a rewritten query that gives other rows than the original; None when it does not.

        Rows are changed on the way, which leaves traces in the pages, so this has a room of its own.
        """
        room = self._rooms.take(_big(about))
        try:
            for change in ("", query.changed) if query.changed else ("",):
                expected, actual = (self._rows(room, sql, change) for sql in (query.sql, rewritten))
                if found := difference(replace(about, order=query.order), expected, actual):
                    when = " after rows were changed" if change else ""
                    message = f"The rewritten query gives other rows than the original{when}. {found.message}"
                    both = grid(expected, actual, found, (), smallest=False)
                    return CaseResult(
                        case=query.name, verdict=Verdict.WRONG_ANSWER, message=message, grid=both, part=1
                    )  # fmt: skip
        finally:
            self._rooms.spend(room)
        return None

    def _rows(self, room: BigRoom, sql: str, change: str) -> Answer:
        room.clear()
        room.read("begin")
        if change:
            room.change(change)
        answer = room.query(sql)
        room.clear()
        return answer

    def _plain(self, about: Sql, each: Workload | WriteLoad) -> Plan | None:
        key = (_big(about).name, each.sql)
        if key not in self._before:
            try:
                room = self._study(about)
                self._before[key] = room.explain(each.sql, writes=isinstance(each, WriteLoad))
            except Refused as refused:
                if refused.verdict is not Verdict.TIME_LIMIT:
                    raise BadRows(f"{each.name}: {refused.message}") from None
                self._before[key] = None
        return self._before[key]

    def _study(self, about: Sql) -> BigRoom:
        big = _big(about)
        room = self._studies.get(big.name)
        if room is None or room.connection.closed:
            room = self._studies[big.name] = self._rooms.take(big)
            while len(self._studies) > MOST_STUDIES:
                self._rooms.spend(self._studies.pop(next(iter(self._studies))))
        room.clear()
        return room


def _judged(case: str, plans: Plans, told: list[str], *, wal: bool = False) -> CaseResult:
    if not told:
        return CaseResult(case=case, verdict=Verdict.ACCEPTED, message=well(plans, wal), plan=plans, part=1)
    message = ". ".join(text[:1].upper() + text[1:] for text in told) + "."
    return CaseResult(case=case, verdict=Verdict.WRONG_ANSWER, message=message, plan=plans, part=1)


def _refused(case: str, refused: Refused, plans: Plans) -> CaseResult:
    return CaseResult(
        case=case, verdict=refused.verdict, message=refused.message, difference=refused.detail, plan=plans, part=1
    )  # fmt: skip


def _big(about: Sql) -> Big:
    if about.rows is None:
        raise ValueError("an index exercise has rows")
    return Big(about.ddl, about.rows.sql)
