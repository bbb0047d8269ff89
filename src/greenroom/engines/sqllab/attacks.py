"""Schema under attack: the candidate's DDL is made once, and each attack runs on a fresh copy of it."""

import re
from collections import deque
from collections.abc import Iterator

import psycopg

from greenroom.core.attack import Attack, Must
from greenroom.core.outcome import CaseResult
from greenroom.core.sql import Sql
from greenroom.core.timeline import Event, Moment, Timeline
from greenroom.core.verdict import Verdict

from .answer import Lost, Refused
from .expected import same, unlike
from .recorder import Recorder, said
from .refusal import refused
from .rooms import Rooms
from .server import Server, Unavailable
from .session import STATEMENT_S, Reply, Words
from .studio import MOST_MB, Studio

TRIES = 3
FIRST = "a"  # the session of steps that name none
_STEP = re.compile(r"([a-z]): (.*)", re.DOTALL)
_NO_RULE = ("42", "0A", "25", "XX", "3F")  # a statement that could not be run at all: no rule has refused it
_A_RULE = ("42501", "428C9")  # though of these classes: a right that was taken away, a column that is generated


class Attacks:
    """The attacks of an exercise on one submission's DDL."""

    def __init__(self, server: Server, rooms: Rooms, about: Sql, ddl: str) -> None:
        self._server, self._rooms, self._about, self._ddl = server, rooms, about, ddl

    def run(self) -> Iterator[CaseResult]:
        """Judge every attack in its order, and none after a limit that was hit. Raises ``Refused``, ``Unavailable``.

        A server that is lost is started again; attacks that were judged stay judged.
        """
        left = deque(self._about.attacks)
        lost = 0
        while left:
            try:
                with Studio(self._server, self._rooms) as studio:
                    self._make(studio)
                    while left:
                        result = self._attack(studio, left[0])
                        left.popleft()
                        yield result
                        if result.verdict not in (Verdict.ACCEPTED, Verdict.WRONG_ANSWER):
                            return
            except (Lost, psycopg.OperationalError) as error:
                lost += 1
                if lost == TRIES:
                    raise Unavailable(f"The SQL lab's server was lost {TRIES} times: {error}") from None

    def _make(self, studio: Studio) -> None:
        """Run the DDL and what comes before the attacks. Raises ``Refused`` when they cannot."""
        stage = studio.enter(FIRST)
        ((_, reply),), _ = stage.turn(FIRST, Words(self._ddl, many=True))
        if reply.code:
            raise _ddl_refused(reply, self._ddl)
        if stage.sessions[FIRST].open:
            raise Refused(Verdict.COMPILE_ERROR, "The file leaves a transaction open; end it with commit.", once=True)
        for statement in self._about.before:
            ((_, reply),), _ = stage.turn(FIRST, Words(statement))
            if reply.code:
                message = f"What runs before the attacks was refused: {statement}: {reply.said}"
                raise Refused(reply.limit or Verdict.WRONG_ANSWER, message[:600], once=True)
        if studio.size_mb > MOST_MB:
            raise Refused(Verdict.MEMORY_LIMIT, f"Your tables take more than {MOST_MB} MB on disk.", once=True)
        studio.leave(stage)

    def _attack(self, studio: Studio, attack: Attack) -> CaseResult:
        steps = [_parsed(step) for step in attack.steps]
        names = tuple(dict.fromkeys(name for name, _ in steps))
        with studio.copy(names) as stage:
            recorder = Recorder(stage)
            _play(recorder, steps)
            stuck = [name for name in names if stage.waiting(name)]
            stage.clear()
            if recorder.limit or stuck:
                told = said(recorder.refusals[-1]) if recorder.limit else "a step waited for a lock to the end"
                verdict = recorder.limit or Verdict.TIME_LIMIT
                return _result(attack, verdict, f"A limit was hit: {told}.", recorder.timeline(attack.name))
            after = _then(recorder, attack, names[0])
            verdict, message = _judged(attack, recorder.refusals, after)
            return _result(attack, verdict, message, recorder.timeline(attack.name, after))


def _ddl_refused(reply: Reply, ddl: str) -> Exception:
    if reply.error is None:
        return Refused(reply.limit or Verdict.RUNTIME_ERROR, f"{reply.said[:1].upper()}{reply.said[1:]}.", once=True)
    wrong = refused(reply.error, ddl, 0, STATEMENT_S)
    if isinstance(wrong, Refused):
        wrong.once = True
    return wrong


def _play(recorder: Recorder, steps: list[tuple[str, str]]) -> None:
    """Send the steps in their order; what a waiting session is to do comes as soon as it is free."""
    left: dict[str, deque[str]] = {name: deque() for name, _ in steps}
    for name, statement in steps:
        left[name].append(statement)
        while free := [one for one in left if left[one] and not recorder.stage.waiting(one)]:
            next_one = free[0] if name not in free else name
            statement = left[next_one].popleft()
            recorder.turn(_moment(next_one, statement), Words(statement))
            if recorder.limit:
                return


def _then(recorder: Recorder, attack: Attack, name: str) -> str:
    """Return how what the attack left differs from what it should have; "" when it does not."""
    if not attack.then:
        return ""
    ((_, reply),), _ = recorder.stage.turn(name, Words(attack.then))
    if reply.code:
        return f"{attack.then.strip()} was refused: {reply.said}"
    return "" if same(attack.gives, reply.rows) else unlike(attack.then, attack.gives, reply.rows)


def _judged(attack: Attack, refusals: list[Reply], after: str) -> tuple[Verdict, str]:
    by_rule = next((reply for reply in refusals if _by_rule(reply.code)), None)
    if attack.must is Must.WORK:
        if refusals:
            return Verdict.WRONG_ANSWER, f"It has to work and was refused: {said(refusals[0])}"
        if after:
            return Verdict.WRONG_ANSWER, f"It went through; afterwards {after}."
        return Verdict.ACCEPTED, "It works."
    if by_rule is None:
        if refusals:
            return Verdict.WRONG_ANSWER, f"No rule of yours refused it; it could not be run: {said(refusals[0])}"
        return Verdict.WRONG_ANSWER, "It has to be refused and went through."
    if after:
        return Verdict.WRONG_ANSWER, f"A step was refused ({said(by_rule)}), but afterwards {after}."
    return Verdict.ACCEPTED, f"Refused: {said(by_rule)}"


def _by_rule(code: str) -> bool:
    return code in _A_RULE or not code.startswith(_NO_RULE)


def _moment(session: str, statement: str) -> Moment:
    return Moment(session=session, step="", statement=statement, event=Event.DONE)


def _parsed(step: str) -> tuple[str, str]:
    found = _STEP.fullmatch(step)
    return (found[1], found[2]) if found else (FIRST, step)


def _result(attack: Attack, verdict: Verdict, message: str, timeline: Timeline) -> CaseResult:
    return CaseResult(
        case=attack.name, verdict=verdict, message=message[:600], input=attack.about, part=1, timeline=timeline
    )
