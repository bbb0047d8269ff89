"""Plans without any index of the candidate's, and a guess at the node of each that costs most, before the answer."""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from django.conf import settings

from greenroom.codec import Unreadable, dump, read
from greenroom.core.exercise import Exercise
from greenroom.core.making import Making
from greenroom.core.query_plan import Marked, Plan, marked
from greenroom.core.sql import Form
from greenroom.records.models import Candidate

from .errors import NotHere, Unusable
from .exercising import one
from .shelves import open_sql_lab, sql_authors_fault, sql_lab_version

Before = dict[str, Plan | None]
_asking = Lock()  # the rows are made once for everybody who asks at once


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessSheet:
    """What a guess at the worst node of ``query`` is worth, with its plan."""

    query: str
    plan: Plan
    marked: Marked


def before(candidate: Candidate, slug: str) -> Before:
    """Return the plan of each query and write as it is without an index of the candidate's; None where it hit a limit.

    The first look makes the rows, which may take minutes; ``far`` says how far they are. Raises ``NotHere`` for an
    exercise without plans, and when the lab cannot be had.
    """
    exercise = _indexed(slug)
    with _asking:
        return _known(exercise) or _asked(exercise)


def guess(candidate: Candidate, slug: str, query: str, node: int) -> GuessSheet:
    """Judge a guess: by what the node touched itself. Raises ``NotHere``, and ``Unusable`` for a node that is none."""
    plan = before(candidate, slug).get(query)
    if plan is None:
        raise NotHere(f"There is no plan of “{query[:80]}”.")
    try:
        return GuessSheet(query=query, plan=plan, marked=marked(plan, node))
    except IndexError as error:
        raise Unusable(f"{error}.") from None


def far(candidate: Candidate, slug: str) -> Making | None:
    """Say how far the rows are; None before their server runs. Starts nothing."""
    exercise = _indexed(slug)
    with open_sql_lab() as lab:
        return lab.far(exercise) if lab.standing() == "running" else None


def _indexed(slug: str) -> Exercise:
    exercise = one(slug)
    if exercise.sql is None or exercise.sql.form is not Form.INDEX:
        raise NotHere(f"“{exercise.title}” has no plans to look at.")
    return exercise


def _known(exercise: Exercise) -> Before | None:
    try:
        return read(Before, json.loads(_file(exercise).read_text(encoding="utf-8")))
    except (OSError, ValueError, Unreadable):
        return None


def _asked(exercise: Exercise) -> Before:
    with open_sql_lab() as lab:
        if missing := lab.missing():
            raise NotHere(missing)
        try:
            plans: Before = lab.before(exercise)
        except sql_authors_fault() as wrong:
            raise NotHere(f"The exercise is at fault: {wrong}") from None
    draft = _file(exercise).with_suffix(".part")
    with suppress(OSError):  # a home that cannot be written costs the next look its time
        draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_text(json.dumps(dump(plans), ensure_ascii=False), encoding="utf-8")
        draft.replace(_file(exercise))
    return plans


def _file(exercise: Exercise) -> Path:
    """The name stands for all that the plans are made of."""
    about = exercise.sql
    rows = about.rows.sql if about and about.rows else ""
    load = [each.sql for each in about.load] if about else []
    told = "\0".join((about.ddl if about else "", rows, *load, sql_lab_version()))
    return Path(settings.HOME) / "cache" / "plans" / f"{hashlib.sha256(told.encode()).hexdigest()[:24]}.json"
