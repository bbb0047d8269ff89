"""The index form of an SQL exercise: what it needs, and where its rows are made."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..core.exercise import Exercise
from ..core.sql import BUDGET, Form, Schema, Sql
from .document import Document
from .fault import Fault
from .folder import Folder
from .layout import SLUG

FILE = re.compile(r"data/[a-z0-9]+(-[a-z0-9]+)*\.sql")


def with_rows(folder: Folder, about: Sql, schema: Schema) -> Sql:
    """Return ``about`` with the SQL that makes its rows: the exercise's own file before the schema's."""
    if about.rows is None:
        return about
    name = about.rows.file.removeprefix("data/").removesuffix(".sql")
    of_schema = name in schema.data and not folder.has(about.rows.file)
    text = schema.data[name] if of_schema else folder.text(about.rows.file)
    return replace(about, rows=replace(about.rows, sql=text))


def index_shape(document: Document[Exercise], about: Sql) -> Iterator[Fault]:
    """Yield what the index form lacks, and names that cannot stand."""
    if about.form is Form.INDEX:
        yield from _index(document, about)


def _index(document: Document[Exercise], about: Sql) -> Iterator[Fault]:
    if about.rows is None or not FILE.fullmatch(about.rows.file):
        mend = "write rows: {file: data/big.sql, million: 2}, a file of the exercise or of its schema"
        yield document.fault(("sql", "rows"), "sql-form", "names no file below data", mend)
    elif about.rows.sql:
        yield document.fault(("sql", "rows"), "unreadable", "the SQL lies in a file of its own", "take it out here")
    if about.budget < 1:
        yield document.fault(("sql", "budget"), "sql-form", "allows no index", "write how many are allowed")
    names = [each.name for each in about.load]
    for at, name in enumerate(names):
        where = ("workload", at) if at < len(about.workload) else ("write_load", at - len(about.workload))
        if not SLUG.fullmatch(name) or name == BUDGET:
            mend = f"use small letters, digits and single hyphens, and not {BUDGET}"
            yield document.fault(("sql", *where, "name"), "slug-form", f"{name!r} is no name of a case", mend)
        if names.index(name) < at:
            yield document.fault(("sql", *where, "name"), "duplicate-id", f"{name} is there twice", "rename one")
