"""Rules for schemas under attack and for races: what can be seen without a server."""

import re
from collections.abc import Iterator

from ...core.attack import Attack, Must
from ...core.exercise import Exercise
from ...core.race import ALL
from ...core.sql import Form, Sql
from ..document import Document
from ..fault import Fault
from ..layout import SLUG
from .ground import Ground

FEWEST_ATTACKS, FEWEST_FAIL, FEWEST_WORK = 6, 3, 2
FEWEST_SESSIONS, MOST_SESSIONS = 2, 3
MOST_INVARIANTS = 6
_SESSION = re.compile(r"([a-z]): \S", re.DOTALL)
_TURN = re.compile(r"([a-z])(\d+|:commit)?")

Doc = Document[Exercise]


def attacks_enough(ground: Ground) -> Iterator[Fault]:
    """A schema is attacked in several ways, some of which must work: a schema that refuses everything is no answer."""
    for document, about in _of(ground, Form.SCHEMA):
        fail = sum(attack.must is Must.FAIL for attack in about.attacks)
        work = len(about.attacks) - fail
        if len(about.attacks) < FEWEST_ATTACKS or fail < FEWEST_FAIL or work < FEWEST_WORK:
            message = f"{fail} attacks have to fail and {work} to work"
            mend = f"write at least {FEWEST_ATTACKS}, of which {FEWEST_FAIL} fail and {FEWEST_WORK} work"
            yield document.fault(("sql", "attacks"), "few-attacks", message, mend)
        if not about.asks.strip():
            mend = "list the functions and views that a candidate has to offer, with their types"
            yield document.fault(("sql", "asks"), "blank", "is empty", mend)
        yield from _names(document, "attacks", [attack.name for attack in about.attacks])


def attacks_played(ground: Ground) -> Iterator[Fault]:
    """An attack has steps, all of one session or each with its own, and rows to find only where it looks for some."""
    for document, about in _of(ground, Form.SCHEMA):
        for at, attack in enumerate(about.attacks):
            if said := _steps_wrong(attack):
                mend = "write steps such as `select f()`, or `a: begin` with two or three sessions"
                yield document.fault(("sql", "attacks", at, "steps"), "attack-steps", said, mend)
            if attack.gives and not attack.then:
                mend = "write the query whose rows these are"
                yield document.fault(("sql", "attacks", at, "then"), "attack-steps", "is missing beside gives", mend)


def sessions_alike(ground: Ground) -> Iterator[Fault]:
    """Two or three sessions race, each called by a letter, with parameters of the same names."""
    for document, about in _of(ground, Form.RACE):
        named = all(re.fullmatch("[a-z]", name) for name in about.sessions)
        if not named or not FEWEST_SESSIONS <= len(about.sessions) <= MOST_SESSIONS:
            message = f"has the sessions {', '.join(about.sessions) or 'none'}"
            mend = "write two or three, called a, b and c"
            yield document.fault(("sql", "sessions"), "race-sessions", message, mend)
        if len({frozenset(given) for given in about.sessions.values()}) > 1:
            mend = "give each session the same names, with values of its own"
            yield document.fault(("sql", "sessions"), "race-sessions", "gives them different names", mend)


def schedules_known(ground: Ground) -> Iterator[Fault]:
    """Schedules are all, or turns of the sessions that there are."""
    for document, about in _of(ground, Form.RACE):
        asked = [about.schedules] if isinstance(about.schedules, str) else list(about.schedules)
        if asked == [ALL]:
            continue
        for text in asked or [""]:
            turns = [_TURN.fullmatch(word) for word in text.split()]
            if not turns or any(turn is None or turn[1] not in about.sessions for turn in turns):
                mend = "write all, or turns such as `a1 b1 a2 b2`"
                yield document.fault(("sql", "schedules"), "race-schedules", f"{text!r} is no schedule", mend)


def invariants_enough(ground: Ground) -> Iterator[Fault]:
    """A race has invariants, not more than a person reads, each named once."""
    for document, about in _of(ground, Form.RACE):
        if not 2 <= len(about.invariants) <= MOST_INVARIANTS:
            message = f"{len(about.invariants)} invariants"
            mend = f"write two to {MOST_INVARIANTS}: what must not happen, and what must have been done"
            yield document.fault(("sql", "invariants"), "few-invariants", message, mend)
        yield from _names(document, "invariants", [invariant.name for invariant in about.invariants])


def _of(ground: Ground, form: Form) -> Iterator[tuple[Doc, Sql]]:
    for document in ground.queries:
        if document.value.sql and document.value.sql.form is form:
            yield document, document.value.sql


def _names(document: Doc, field: str, names: list[str]) -> Iterator[Fault]:
    for at, name in enumerate(names):
        if not SLUG.fullmatch(name):
            mend = "use small letters, digits and single hyphens"
            yield document.fault(("sql", field, at, "name"), "slug-form", f"{name!r} is no name", mend)
        if name in names[:at]:
            yield document.fault(("sql", field, at, "name"), "duplicate-id", f"{name} is there twice", "rename one")


def _steps_wrong(attack: Attack) -> str:
    sessions = [found[1] if (found := _SESSION.match(step)) else "" for step in attack.steps]
    if not sessions:
        return "has no step"
    if "" in sessions and set(sessions) != {""}:
        return "names a session for some steps and not for others"
    return "" if len(set(sessions)) <= MOST_SESSIONS else f"has more than {MOST_SESSIONS} sessions"


RULES = (attacks_enough, attacks_played, sessions_alike, schedules_known, invariants_enough)
