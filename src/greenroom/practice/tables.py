"""The tables of an SQL exercise as the schema browser shows them: read from the server once, and kept beside it."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from threading import Lock

from django.conf import settings

from greenroom.codec import Unreadable, dump, read
from greenroom.core.exercise import Exercise
from greenroom.core.sql import Sql
from greenroom.core.table import Table
from greenroom.records.models import Candidate

from .errors import NotHere
from .exercising import one
from .shelves import open_sql_lab, sql_lab_version

_asking = Lock()  # one server is started for everybody who asks at once


def visible(about: Sql) -> str:
    """Return the name of the data set that candidates may see, or "" when there is none."""
    return about.set or next(iter(about.sets), "")


def known(exercise: Exercise) -> tuple[Table, ...] | None:
    """Return the tables when they were read before, or None. Starts nothing."""
    try:
        return read(tuple[Table, ...], json.loads(_file(exercise).read_text(encoding="utf-8")))
    except (OSError, ValueError, Unreadable):
        return None


def open(candidate: Candidate, slug: str) -> tuple[Table, ...]:
    """Return the tables with rows of the visible set; the lab's server is started for the first look at a schema.

    Raises ``NotHere`` for an exercise without tables, and when the server cannot be had, in its words.
    """
    exercise = one(slug)
    if exercise.sql is None or not exercise.sql.ddl:
        raise NotHere(f"“{exercise.title}” has no tables.")
    with _asking:
        return known(exercise) or _asked(exercise)


def _asked(exercise: Exercise) -> tuple[Table, ...]:
    with open_sql_lab() as lab:
        if missing := lab.missing():
            raise NotHere(missing)
        tables: tuple[Table, ...] = lab.tables(exercise)
    if exercise.sql and exercise.sql.rows and not any(table.sample.rows for table in tables):
        return tables  # the rows are still being made: the next look shall ask again
    draft = _file(exercise).with_suffix(".part")
    with suppress(OSError):  # a home that cannot be written costs the next look some seconds
        draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_text(json.dumps(dump(tables), ensure_ascii=False), encoding="utf-8")
        draft.replace(_file(exercise))
    return tables


def _file(exercise: Exercise) -> Path:
    """The name stands for all that the tables are made of."""
    about = exercise.sql
    assert about is not None  # noqa: S101 - ``open`` has looked
    rows = about.rows.sql if about.rows else about.data.get(visible(about), "")
    told = "\0".join((about.ddl, rows, sql_lab_version()))
    return Path(settings.HOME) / "cache" / "tables" / f"{hashlib.sha256(told.encode()).hexdigest()[:24]}.json"
