"""What an SQL exercise is judged by, as far as a candidate may know it before submitting."""

from dataclasses import dataclass

from greenroom.core.attack import Must, Value
from greenroom.core.exercise import Exercise
from greenroom.core.sql import Columns, Form, Sql, Workload, WriteLoad
from greenroom.core.table import Table

from . import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One thing that is judged: an attack, an invariant, a query or write of a workload.

    ``says`` tells in a line what is asked of it, beside what it is ``about``; ``sql`` is its statement, or "".
    """

    name: str
    about: str
    says: str = ""
    sql: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlSheet:
    """What an exercise for the SQL lab is judged by, by its ``form``.

    ``cases`` is how many things are judged; ``judged`` names them where they are no secret (data sets are). ``visible``
    is the data set that may be seen, or "", and ``runs`` that rows of a statement can be looked at without judging.
    ``tables`` is None while nobody has looked at them on this machine; ``tables.open`` reads them. ``ddl`` makes the
    tables, and ``data`` the rows that may be seen. ``asks`` are the functions and views that a schema has to offer;
    ``sessions`` are those of a race with their parameters, and ``budget`` how many indexes are allowed.
    """

    form: Form
    columns: Columns
    order: tuple[str, ...]
    writes: bool
    visible: str
    runs: bool
    cases: int
    judged: tuple[Judged, ...]
    ddl: str
    data: str
    asks: str
    sessions: dict[str, dict[str, Value]]
    budget: int
    tables: tuple[Table, ...] | None


def sql_sheet(exercise: Exercise) -> SqlSheet | None:
    """Draw up the sheet; None for an exercise of another kind."""
    about = exercise.sql
    if about is None:
        return None
    return SqlSheet(
        form=about.form,
        columns=about.columns,
        order=about.order,
        writes=about.writes,
        visible=tables.visible(about),
        runs=about.form is Form.QUERY,
        cases=len(about.cases),
        judged=tuple(_judged(about)),
        ddl=about.ddl,
        data=about.data.get(tables.visible(about), ""),
        asks=about.asks,
        sessions=about.sessions,
        budget=about.budget,
        tables=tables.known(exercise),
    )


def about_case(exercise: Exercise, name: str) -> str:
    """Return in a line what the case ``name`` is about, "" when nothing is said of it."""
    about = exercise.sql
    if about is None:
        return ""
    return next((each.about for each in _judged(about) if each.name == name), about.lines.get(name, ""))


def _query(each: Workload) -> Judged:
    told = [f"{each.per_minute} times a minute", f"at most {each.buffers:,} buffers"]
    told += [f"no {' and no '.join(each.forbid)}"] if each.forbid else []
    told += [f"nothing but {', '.join(each.allow)}"] if each.allow else []
    told += ["may be written anew"] if each.rewrite else []
    return Judged(name=each.name, about=each.about, says=", ".join(told), sql=each.sql.strip())


def _write(each: WriteLoad) -> Judged:
    says = f"{each.per_minute} times a minute, at most {each.buffers:,} buffers and {each.wal_bytes:,} bytes of log"
    return Judged(name=each.name, about=each.about, says=says, sql=each.sql.strip())


def _judged(about: Sql) -> list[Judged]:
    if about.form is Form.SCHEMA:
        says = {Must.FAIL: "has to be refused", Must.WORK: "has to work"}
        return [Judged(name=each.name, about=each.about, says=says[each.must]) for each in about.attacks]
    if about.form is Form.INDEX:
        return [*(_query(each) for each in about.workload), *(_write(each) for each in about.write_load)]
    if about.form is Form.RACE:
        return [Judged(name=each.name, about=each.about) for each in about.invariants]
    return []
