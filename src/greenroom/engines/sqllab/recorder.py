"""Writes down what happens on a stage, moment by moment, as the evidence that a page draws."""

from collections.abc import Callable
from dataclasses import replace

from greenroom.core.grid import Rows
from greenroom.core.timeline import Event, Moment, Timeline
from greenroom.core.verdict import Verdict

from .session import Reply, Words
from .stage import Stage

MOST_MOMENTS = 60
MOST_ROWS = 5
LONGEST_STATEMENT, LONGEST_WORD = 500, 300

Told = Callable[[str, Reply], Event]


def done_or_refused(_: str, reply: Reply) -> Event:
    """Return what came of a statement that is not tried again."""
    return Event.REFUSED if reply.code else Event.DONE


class Recorder:
    """The moments of one schedule or attack on ``stage``."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.moments: list[Moment] = []
        self.refusals: list[Reply] = []  # in their order
        self._now: dict[str, Moment] = {}

    def turn(self, now: Moment, words: Words, told: Told = done_or_refused) -> list[tuple[str, Reply]]:
        """Send ``words`` for the moment ``now``; return the answers that came, of other sessions too.

        ``told`` says of each answer what it means. Raises ``Lost``.
        """
        self._now[now.session] = now
        answers, waits = self.stage.turn(now.session, words)
        for name, reply in answers:
            event = told(name, reply)
            self.refusals += [reply] if reply.code else []
            self.moments.append(replace(self._now[name], event=event, said=said(reply), rows=_rows(reply)))
        for name, others in waits.items():
            begun = replace(self._now[name], event=Event.WAITS, waits_for=others)
            self.moments.append(begun)
            self._now[name] = replace(begun, waits_for=(), waited=True)
        return answers

    @property
    def limit(self) -> Verdict | None:
        """The limit that a step has hit, or None."""
        return next((reply.limit for reply in self.refusals if reply.limit), None)

    def timeline(self, name: str, after: str = "") -> Timeline:
        """Return what happened so far, cut."""
        shown = tuple(replace(moment, statement=moment.statement[:LONGEST_STATEMENT]) for moment in self.moments)
        return Timeline(
            name=name, sessions=tuple(self.stage.sessions), moments=shown[:MOST_MOMENTS],
            more=max(0, len(shown) - MOST_MOMENTS), after=after[:LONGEST_STATEMENT],
        )  # fmt: skip


def said(reply: Reply) -> str:
    """Return the server's word: the tag of a command that was done, or the error's code and message."""
    return f"{reply.code}: {reply.said}"[:LONGEST_WORD] if reply.code else reply.said[:LONGEST_WORD]


def _rows(reply: Reply) -> Rows | None:
    shown = reply.shown()
    return shown and replace(shown, rows=shown.rows[:MOST_ROWS], more=max(0, len(reply.rows) - MOST_ROWS))
