"""Exercises for the SQL lab: read from their folders together with the schema that they name."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..core.exercise import Exercise, Kind, Part, Wrong
from ..core.language import Language
from ..core.sql import Form, Schema, Sql
from .document import Document
from .fault import Fault
from .folder import Folder
from .index_form import index_shape, with_rows
from .layout import SLUG, Found
from .reading import read_file

HERE = "exercises/sql"
SCHEMAS = "schemas"
FILE = "exercise.yaml"
SOLUTION = Language.SQL.file

FIELDS = {
    Form.QUERY: ("schema", "columns", "order", "sets", "writes", "after", "equivalents"),
    Form.SCHEMA: ("asks", "before", "attacks"),
    Form.RACE: ("schema", "set", "sessions", "schedules", "invariants"),
    Form.INDEX: ("schema", "rows", "budget", "rewrites", "workload", "write_load"),
}

Read = tuple[Document[Exercise] | None, tuple[Fault, ...]]
ReadSchema = tuple[Document[Schema] | None, tuple[Fault, ...]]


def read_sql_exercises(root: Path) -> Iterator[Read]:
    """Read every exercise of the SQL lab below ``root``, in order. One with a fault that matters is None."""
    schemas = _Schemas(root)
    for name in sql_names(root):
        yield _exercise(root, name, schemas)


def read_sql_exercise(root: Path, name: str) -> Read:
    """Read the exercise in the folder ``name`` with the schema that it names; None when it cannot be served."""
    return _exercise(root, name, _Schemas(root))


def sql_names(root: Path) -> tuple[str, ...]:
    """Return the names of the folders that hold an exercise of the SQL lab, in order."""
    return _names(root / HERE, FILE)


def read_schemas(root: Path) -> Iterator[ReadSchema]:
    """Read every schema below ``root``, in order."""
    return (read_schema(root, name) for name in _names(root / SCHEMAS, "schema.yaml"))


def read_schema(root: Path, name: str) -> ReadSchema:
    """Read the schema in the folder ``name`` with its DDL and its data sets."""
    folder = Folder(root, f"{SCHEMAS}/{name}", "schema.yaml")
    read = list(read_file(root, Found(f"{SCHEMAS}/{name}/schema.yaml", Schema)))
    document: Document[Schema] | None = next((d for d in read if isinstance(d, Document)), None)
    if document is None:
        return None, tuple(fault for fault in read if isinstance(fault, Fault))
    faults = tuple(_set_names(document, ("sets",), tuple(document.value.sets)))
    if faults:
        return None, faults
    data = {each: folder.text(f"data/{each}.sql") for each in document.value.sets}
    value = replace(document.value, ddl=folder.text("schema.sql"), data=data)
    broken = tuple(folder.faults)
    return (None if broken else replace(document, value=value)), (*broken, *folder.strays())


class _Schemas:
    """The schemas below ``root``, each read at the first look."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, Document[Schema] | None] = {}

    def get(self, name: str) -> Document[Schema] | None:
        """Return the schema of that name; None when there is none, or when it cannot be read."""
        if name not in self._read:
            there = name in _names(self._root / SCHEMAS, "schema.yaml")
            self._read[name] = read_schema(self._root, name)[0] if there else None
        return self._read[name]


def _exercise(root: Path, name: str, schemas: _Schemas) -> Read:
    file = f"{HERE}/{name}/{FILE}"
    read = list(read_file(root, Found(file, Exercise)))
    document: Document[Exercise] | None = next((d for d in read if isinstance(d, Document)), None)
    if document is None:
        return None, tuple(fault for fault in read if isinstance(fault, Fault))
    faults = tuple(_shape(document, schemas))
    if faults:
        return None, faults
    about = document.value.sql
    assert about is not None  # noqa: S101 - _shape has looked
    schema = schemas.get(about.schema) if about.schema else None
    folder = Folder(root, f"{HERE}/{name}")
    value = replace(
        document.value,
        parts=tuple(
            replace(part, prompt=folder.text(f"parts/{n}.md")) for n, part in enumerate(document.value.parts, 1)
        ),
        wrong=tuple(replace(w, files=_source(folder, f"wrong/{w.name}")) for w in document.value.wrong),
        starter=_source(folder, "starter"),
        reference=_source(folder, "reference"),
        sql=_linked(folder, about, schema.value) if schema else about,
    )
    broken = tuple(folder.faults)
    return (None if broken else replace(document, value=value)), (*broken, *folder.strays())


def _linked(folder: Folder, about: Sql, schema: Schema) -> Sql:
    lines = {name: line for name, line in schema.sets.items() if name in about.sets}
    filled = with_rows(folder, about, schema)
    return replace(filled, ddl=schema.ddl, data=_data(folder, about, schema), lines=lines)


def _data(folder: Folder, about: Sql, schema: Schema) -> dict[str, str]:
    """Return the sets: the exercise's own before those of its schema."""
    sets = (about.set,) if about.set else about.sets
    own = {name for name in sets if folder.has(f"data/{name}.sql") or name not in schema.data}
    return {name: folder.text(f"data/{name}.sql") if name in own else schema.data[name] for name in sets}


def _source(folder: Folder, below: str) -> dict[Language, str]:
    return {Language.SQL: folder.text(f"{below}/{SOLUTION}")}


def _shape(document: Document[Exercise], schemas: _Schemas) -> Iterator[Fault]:
    value = document.value
    if value.kind is not Kind.SQL or value.sql is None:
        yield document.fault(
            ("kind",), "sql-form", "is not an exercise for the SQL lab", "write kind: sql, and a block sql:"
        )
        return
    if value.sql.form is not Form.SCHEMA and schemas.get(value.sql.schema) is None:
        mend = f"write content/{SCHEMAS}/{value.sql.schema}, or name one that is there"
        yield document.fault(("sql", "schema"), "sql-form", f"there is no schema {value.sql.schema}", mend)
    if len(value.parts) != 1 or _filled(value.parts[0]):
        yield document.fault(
            ("parts",), "sql-form", "is not one part with title, minutes and hints", "write one such part"
        )
    if value.sql.writes != bool(value.sql.after):
        mend = "write after: with writes: true, and leave both out for a query"
        yield document.fault(("sql", "after"), "sql-form", "goes with writes, and with nothing else", mend)
    if value.sql.ddl or value.sql.data or value.sql.lines:
        yield document.fault(("sql",), "unreadable", "tables and data lie in files of their own", "take them out here")
    yield from _set_names(document, ("sql", "sets"), value.sql.sets)
    yield from _foreign(document, value.sql)
    if value.sql.form is Form.RACE:
        yield from _set_names(document, ("sql", "set"), (value.sql.set,))
    yield from index_shape(document, value.sql)
    for at, wrong in enumerate(value.wrong):
        yield from _wrong(document, at, wrong)


def _foreign(document: Document[Exercise], about: Sql) -> Iterator[Fault]:
    """Yield a fault for every field of another form: it would be believed, and nothing would read it."""
    plain = Sql(form=about.form)
    for name in sorted({name for names in FIELDS.values() for name in names} - set(FIELDS.get(about.form, ()))):
        if about.form in FIELDS and getattr(about, name) != getattr(plain, name):
            mend = "take it out, or choose the form that it belongs to"
            yield document.fault(("sql", name), "sql-form", f"is no field of the form {about.form}", mend)


def _filled(part: Part) -> bool:
    return bool(part.growth or part.prompt or part.make or part.cases.cases)


def _wrong(document: Document[Exercise], at: int, wrong: Wrong) -> Iterator[Fault]:
    if not SLUG.fullmatch(wrong.name):
        mend = "use small letters, digits and single hyphens"
        yield document.fault(("wrong", at, "name"), "slug-form", f"{wrong.name!r} is no name of a folder", mend)


def _set_names(
    document: Document[Exercise] | Document[Schema], path: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[Fault]:
    for name in names:
        if not SLUG.fullmatch(name):
            mend = "use small letters, digits and single hyphens"
            yield document.fault(path, "slug-form", f"{name!r} is no name of a data set", mend)


def _names(here: Path, file: str) -> tuple[str, ...]:
    """Return the names of the folders of ``here`` that hold ``file``, in order. Links are not followed."""
    if not here.is_dir():
        return ()
    return tuple(sorted(p.name for p in here.iterdir() if not p.is_symlink() and (p / file).is_file()))
