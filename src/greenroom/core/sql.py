"""What an exercise for the SQL lab asks: a query over a schema, a schema under attack, or steps that race."""

from dataclasses import field
from enum import StrEnum

from .attack import Attack, Value
from .fact import fact
from .race import ALL, Invariant

BUDGET = "budget"  # the case about the number of indexes


class Form(StrEnum):
    """What a candidate writes, and how it is judged."""

    QUERY = "query"
    SCHEMA = "schema"
    RACE = "race"
    INDEX = "index"


class Columns(StrEnum):
    """How the columns of two results are matched: by their names in any order, or by their places."""

    NAME = "name"
    POSITION = "position"


@fact
class SameMutant:
    """A mutant of the reference that no data set can tell from it, as the gate prints it, and why it means the same."""

    mutant: str
    reason: str


@fact
class Schema:
    """Tables that exercises share. ``ddl`` and the sets' SQL lie in files of their own and are filled in when read.

    ``sets`` says of each data set in a line what it holds.
    """

    name: str
    one_line: str
    sets: dict[str, str]
    ddl: str = ""
    data: dict[str, str] = field(default_factory=dict)


@fact
class BigRows:
    """The rows of an index exercise: ``file`` makes them, ``million`` says how many, all tables together."""

    file: str
    million: float
    sql: str = ""


@fact
class Workload:
    """A query of the workload: how often it runs, and what its plan may do.

    ``forbid`` and ``allow`` are nodes such as ``Sort`` or ``Seq Scan on orders``: none of the one, only those of the
    other. ``buffers`` is how many it may touch at most; ``estimate`` how many times the planner's guess of the rows of
    a scan may be off. With ``rewrite`` the candidate may write it anew: ``order`` are its keys as for a query exercise,
    and ``changed`` is SQL that changes rows before original and rewritten query are compared once more.
    """

    name: str
    about: str
    per_minute: int
    sql: str
    buffers: int
    forbid: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    estimate: float | None = None
    rewrite: bool = False
    order: tuple[str, ...] = ()
    changed: str = ""


@fact
class WriteLoad:
    """A write of the workload: how often it runs, and what it may cost at most, foreign keys included."""

    name: str
    about: str
    per_minute: int
    sql: str
    buffers: int
    wal_bytes: int


@fact
class Sql:
    """The SQL lab's part of an exercise, by its ``form``.

    ``order`` lists the keys of the asked order, each a column of the result with an optional ``desc``; empty when any
    order is right. ``sets`` are the data sets in the order of judging; the first is shown to candidates. With
    ``writes`` the statement changes rows and the rows of the query ``after`` are compared. ``ddl``, ``data`` (the
    SQL of each set) and ``lines`` (what each set of the schema holds) are filled in when the library is linked.

    A schema under attack has no ``schema`` of ours: ``asks`` lists the functions and views to offer, ``before`` are
    statements that run once ahead of the ``attacks``. A race runs on the data set ``set``: ``sessions`` gives each
    session its parameters, ``schedules`` is ``all`` or a list of orders such as ``a1 b1 a2 b2``, and the
    ``invariants`` hold after each.

    An index exercise has ``rows`` instead of sets, a ``budget`` of indexes, a ``workload`` of queries and a
    ``write_load``; with ``rewrites`` the queries of the workload that say so may be written anew.
    """

    form: Form
    schema: str = ""
    columns: Columns = Columns.NAME
    order: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    writes: bool = False
    after: str = ""
    equivalents: tuple[SameMutant, ...] = ()
    asks: str = ""
    before: tuple[str, ...] = ()
    attacks: tuple[Attack, ...] = ()
    set: str = ""
    sessions: dict[str, dict[str, Value]] = field(default_factory=dict)
    schedules: str | tuple[str, ...] = ALL
    invariants: tuple[Invariant, ...] = ()
    rows: BigRows | None = None
    budget: int = 0
    rewrites: bool = False
    workload: tuple[Workload, ...] = ()
    write_load: tuple[WriteLoad, ...] = ()
    ddl: str = ""
    data: dict[str, str] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)

    @property
    def cases(self) -> tuple[str, ...]:
        """The names of what is judged, in its order: data sets, attacks, invariants, or queries, writes and budget."""
        if self.form is Form.SCHEMA:
            return tuple(attack.name for attack in self.attacks)
        if self.form is Form.RACE:
            return tuple(invariant.name for invariant in self.invariants)
        if self.form is Form.INDEX:
            return (*(each.name for each in self.load), BUDGET)
        return self.sets

    @property
    def load(self) -> tuple[Workload | WriteLoad, ...]:
        """The queries and the writes of an index exercise."""
        return (*self.workload, *self.write_load)
