"""A time line in a terminal: a line a moment, each session further to the right."""

import textwrap
from collections.abc import Iterator

from greenroom.core.timeline import Event, Moment, Timeline

from .screen import safe, width

STEP = 6  # characters by which the next session stands further in


def timeline_lines(timeline: Timeline) -> Iterator[str]:
    """Yield the lines that show ``timeline``."""
    several = len(timeline.sessions) > 1
    for number, moment in enumerate(timeline.moments, 1):
        inner = STEP * timeline.sessions.index(moment.session) if several else 0
        who = f"{moment.session}: " if several else ""
        head = f"{number:>3} {' ' * inner}{who}"
        yield from _wrapped(moment.statement, head)
        if told := _told(moment):
            yield from _wrapped(told, " " * len(head) + "-> ")
        for row in moment.rows.rows if moment.rows else ():
            yield from _wrapped(" | ".join("null" if cell is None else cell for cell in row), " " * len(head) + "   ")
    if timeline.more:
        yield f"    and {timeline.more} more"
    if timeline.after:
        yield from _wrapped(timeline.after, "    afterwards: ")


def _told(moment: Moment) -> str:
    what = {
        Event.DONE: "after the wait" if moment.waited else "",
        Event.WAITS: f"waits for {' and '.join(moment.waits_for)}" if moment.waits_for else "waits",
        Event.REFUSED: "refused",
        Event.AGAIN: f"refused, begins again (attempt {moment.attempt + 1})",
        Event.GAVE_UP: "refused, gives up",
    }[moment.event]
    return ": ".join(text for text in (what, moment.said) if text)


def _wrapped(text: str, first: str) -> Iterator[str]:
    margin = " " * len(first)
    shown = " ".join(safe(text).split())
    yield from textwrap.wrap(shown, width() - 4, initial_indent=first, subsequent_indent=margin) or [first.rstrip()]
