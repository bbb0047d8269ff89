"""A time line as evidence: a column a session, a line a moment, from the top down."""

from types import SimpleNamespace

from greenroom.core.timeline import Event, Moment, Timeline

from .grid import rows_view

SAID = {
    Event.WAITS: "waits",
    Event.REFUSED: "refused",
    Event.AGAIN: "refused, begins again",
    Event.GAVE_UP: "refused, gives up",
}


def timeline_view(timeline: Timeline) -> SimpleNamespace:
    """Return what ``sql/timeline.html`` names. Of a line's cells one holds the moment; the others say who waits."""
    waiting: set[str] = set()
    lines = []
    for number, moment in enumerate(timeline.moments, 1):
        waiting.discard(moment.session)
        cells = [
            SimpleNamespace(
                session=name, moment=_moment(moment) if name == moment.session else None, waits=name in waiting
            )
            for name in timeline.sessions
        ]
        lines.append(SimpleNamespace(number=number, session=moment.session, cells=cells))
        if moment.event is Event.WAITS:
            waiting.add(moment.session)
    return SimpleNamespace(
        name=timeline.name,
        sessions=timeline.sessions,
        several=len(timeline.sessions) > 1,
        lines=lines,
        more=timeline.more,
        after=timeline.after,
    )


def _moment(moment: Moment) -> SimpleNamespace:
    return SimpleNamespace(
        step=moment.step,
        statement=moment.statement,
        event=moment.event.value,
        bad=moment.event in (Event.REFUSED, Event.GAVE_UP, Event.AGAIN),
        what=_what(moment),
        said=moment.said,
        again=moment.attempt if moment.attempt > 1 else 0,
        rows=rows_view(moment.rows) if moment.rows and moment.rows.columns else None,
    )


def _what(moment: Moment) -> str:
    what = SAID.get(moment.event, "done after the wait" if moment.waited else "")
    return f"{what} for {' and '.join(moment.waits_for)}" if moment.waits_for else what
