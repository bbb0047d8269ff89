"""A race: the candidate's steps in several sessions, on every schedule, with the author's invariants after each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import psycopg

from greenroom.core.attack import Value
from greenroom.core.outcome import CaseResult
from greenroom.core.race import Invariant
from greenroom.core.sql import Sql
from greenroom.core.timeline import Event, Moment, Timeline
from greenroom.core.verdict import Verdict

from .answer import Lost, Refused
from .arena import Arena
from .expected import same, unlike
from .racing_steps import Script, Step, Typed, script_of
from .recorder import Recorder
from .refusal import refused
from .rooms import Rooms
from .rows import Rows
from .schedules import Paths, Schedules, changes, every, fixed, name_of, order_of
from .server import Server, Unavailable
from .session import STATEMENT_S, Reply, Words

TRIES = 3
AGAIN = ("40001", "40P01")  # serialization failure, deadlock: the whole transaction may be tried again
_BIGINT = 20  # the number of the type
_COMMIT = Words("commit")
_NEVER = ("42", "0A")  # classes of errors that say that a statement cannot run, in whatever order


class Runner:
    """One session on its way through the steps, as often as it has to begin again."""

    def __init__(self, name: str, script: Script, given: Mapping[str, Value]) -> None:
        self.name, self.ended = name, False
        self._script, self._given = script, {key.lower(): _typed(value) for key, value in given.items()}
        self._attempt, self._at, self._values = 1, 0, dict(self._given)

    @property
    def begins(self) -> bool:
        """True when no step of this attempt has been sent."""
        return self._at == 0

    @property
    def step(self) -> Step | None:
        """The step that is next or under way; None for the commit."""
        return self._script.steps[self._at] if self._at < len(self._script.steps) else None

    def next(self) -> tuple[Moment, Words]:
        """Return what is sent next."""
        step = self.step
        words = step.bound(self._values) if step else _COMMIT
        shown = step.text.strip() if step else "commit"
        if self.begins:
            shown = f"begin isolation level {self._script.isolation};\n{shown}"
        moment = Moment(
            session=self.name, step=step.name if step else "commit", statement=shown, event=Event.DONE,
            attempt=self._attempt,
        )  # fmt: skip
        return moment, words

    def hear(self, reply: Reply) -> Event:
        """Take the answer: go on, begin again, or end."""
        step = self.step
        if not reply.code:
            if step and step.into:
                first = reply.rows[0][0] if reply.rows and reply.rows[0] else None
                self._values[step.into] = Typed(first, reply.kinds[0] if reply.kinds else 0)
            self._at += 1
            self.ended = step is None
            return Event.DONE
        if reply.code in AGAIN and self._attempt <= self._script.retry:
            self._attempt, self._at, self._values = self._attempt + 1, 0, dict(self._given)
            return Event.AGAIN
        self.ended = True
        return Event.GAVE_UP if reply.code in AGAIN else Event.REFUSED


@dataclass(frozen=True)
class Run:
    """What came of one schedule: the turns ``taken``, and the invariants that do not hold, each with what was found."""

    order: str
    taken: str
    broken: Mapping[str, str]
    timeline: Timeline


class Race:
    """The race of an exercise on one submission."""

    def __init__(self, server: Server, rooms: Rooms, about: Sql, rows: Rows, source: str) -> None:
        self._server, self._rooms, self._about, self._rows = server, rooms, about, rows
        self._source, self._script = source, script_of(source)
        self._paths = Paths()
        self._met: dict[str, Run] = {}  # by the turns taken
        self._turns = dict.fromkeys(sorted(about.sessions), len(self._script.steps) + 1)

    def run(self) -> Iterator[CaseResult]:
        """Run every schedule, then judge the invariants in their order. Raises ``Refused`` and ``Unavailable``."""
        schedules = self._schedules()
        runs = list(self._runs(schedules))
        for invariant in self._about.invariants:
            yield _judged(invariant, runs, schedules, self._turns)

    def replay(self, schedule: str) -> Timeline:
        """Run one schedule by its name. Raises ``ValueError`` for a name that is none."""
        order = order_of(schedule)
        if not set(order) <= set(self._turns):
            raise ValueError(f"{schedule!r} names a session that there is not")
        (run,) = self._runs(Schedules((order,), 1))
        after = "; ".join(f"{name}: {found}" for name, found in run.broken.items())
        return replace(run.timeline, name=schedule, after=after)

    def _schedules(self) -> Schedules:
        asked = self._about.schedules
        return every(self._turns) if isinstance(asked, str) else fixed(asked)

    def _runs(self, schedules: Schedules) -> Iterator[Run]:
        left = list(reversed(schedules.chosen))
        lost = 0
        while left:
            try:
                with Arena(self._server, self._rooms, self._about.ddl, self._rows, tuple(self._turns)) as arena:
                    for step in self._script.once:
                        if (reply := arena.once(step.bound({}))).code:
                            raise self._cannot(reply, step)
                    while left:
                        run = self._known(left[-1]) or self._one(arena, left[-1])
                        left.pop()
                        self._met[run.taken] = run
                        yield run
            except (Lost, psycopg.OperationalError) as error:
                lost += 1
                if lost == TRIES:
                    raise Unavailable(f"The SQL lab's server was lost {TRIES} times: {error}") from None

    def _known(self, order: str) -> Run | None:
        """Return what an earlier order has come to when this one takes the same turns."""
        run = self._met.get(self._paths.of(order) or "")
        return run and replace(run, order=order, timeline=replace(run.timeline, name=name_of(order, self._turns)))

    def _one(self, arena: Arena, order: str) -> Run:
        arena.fill()
        recorder = Recorder(arena.stage)
        runners = {name: Runner(name, self._script, self._about.sessions[name]) for name in self._turns}
        taken = ""
        for name in order:
            if name in self._free(taken, runners, arena):
                self._turn(recorder, runners, name)
                taken += name
        while free := self._free(taken, runners, arena):  # what is left, in the order of the sessions
            self._turn(recorder, runners, free[0])
            taken += free[0]
        if not all(runner.ended for runner in runners.values()):
            raise Lost("every session waits")
        broken = {}
        found = arena.look([invariant.sql for invariant in self._about.invariants])
        for invariant, rows in zip(self._about.invariants, found, strict=True):
            if not same(invariant.gives, rows):
                broken[invariant.name] = unlike(invariant.sql, invariant.gives, rows)
        return Run(order, taken, broken, recorder.timeline(name_of(order, self._turns)))

    def _free(self, taken: str, runners: Mapping[str, Runner], arena: Arena) -> str:
        """Return the sessions that can take the next turn, and remember them."""
        free = "".join(name for name, one in runners.items() if not one.ended and not arena.stage.waiting(name))
        self._paths.note(taken, free)
        return free

    def _turn(self, recorder: Recorder, runners: Mapping[str, Runner], name: str) -> None:
        runner = runners[name]
        session = recorder.stage.sessions[name]
        moment, words = runner.next()
        if runner.begins:
            session.do(f"begin isolation level {self._script.isolation}")
        under_way = {one: each.step for one, each in runners.items()}
        answers = recorder.turn(moment, words, lambda one, reply: runners[one].hear(reply))
        for one, reply in answers:
            if reply.limit or reply.code.startswith(_NEVER):
                raise self._cannot(reply, under_way[one])
            if reply.code:
                recorder.stage.sessions[one].do("rollback")

    def _cannot(self, reply: Reply, step: Step | None) -> Exception:
        """Return what to raise for an answer that is no matter of order: a limit, a statement that cannot run."""
        name = f"Step {step.name}" if step else "The commit"
        wrong = refused(reply.error, self._source, 0, STATEMENT_S) if reply.error is not None else None
        if wrong is None:
            return Refused(reply.limit or Verdict.RUNTIME_ERROR, f"{name}: {reply.said}.", once=True)
        if isinstance(wrong, Refused):
            return Refused(wrong.verdict, f"{name}: {wrong.message.replace('The file', 'It')}", wrong.detail, once=True)
        return wrong


def _judged(invariant: Invariant, runs: list[Run], schedules: Schedules, turns: Mapping[str, int]) -> CaseResult:
    broken = [run for run in runs if invariant.name in run.broken]
    if not broken:
        message = f"It holds after each of {schedules.told}."
        return CaseResult(case=invariant.name, verdict=Verdict.ACCEPTED, message=message, input=invariant.about, part=1)
    shown = min(broken, key=lambda run: (changes(run.order), run.order))
    found = shown.broken[invariant.name]
    name = shown.timeline.name
    message = f"It breaks in {len(broken)} of {schedules.told}. After {name}: {found}."
    return CaseResult(
        case=invariant.name, verdict=Verdict.WRONG_ANSWER, message=message[:600], input=invariant.about, part=1,
        timeline=replace(shown.timeline, after=found),
    )  # fmt: skip


def _typed(value: Value) -> Typed:
    if value is None:
        return Typed(None)
    if isinstance(value, bool):
        return Typed("t" if value else "f", 16)
    return Typed(str(value), _BIGINT if isinstance(value, int) else 0)
