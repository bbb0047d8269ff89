"""Rules for index exercises: what can be seen without a server."""

import re
from collections.abc import Iterator

from ...codec import Path
from ...core.sql import Form, Sql, Workload
from ..document import Document
from ..fault import Fault
from .ground import Ground

NODES = frozenset(
    {
        "Aggregate", "Append", "Bitmap Heap Scan", "Bitmap Index Scan", "BitmapAnd", "BitmapOr", "Delete", "Gather",
        "Group", "GroupAggregate", "Hash", "Hash Join", "Hash Left Join", "HashAggregate", "Incremental Sort",
        "Index Only Scan", "Index Scan", "Insert", "Limit", "LockRows", "Materialize", "Memoize", "Merge Append",
        "Merge Join", "Merge Left Join", "Nested Loop", "Nested Loop Left Join", "Result", "Seq Scan", "Sort",
        "Subquery Scan", "Unique", "Update", "Values Scan", "WindowAgg",
    }
)  # fmt: skip
COUNTED = re.compile(r"^--[ \t]*(\w+):[ \t]*([\d_,]+)[ \t]+rows[ \t]*$", re.MULTILINE)
TABLE = re.compile(r"\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)", re.IGNORECASE)
FEWEST, MOST_MILLION = 2, 5


def load_enough(ground: Ground) -> Iterator[Fault]:
    """At least two queries pull in different directions, and a write pays for every index."""
    for document, about in _all(ground):
        if len(about.workload) < FEWEST:
            message = f"has {len(about.workload)} queries, and two at least make a choice"
            yield document.fault(("sql", "workload"), "few-queries", message, "add a query")
        if not about.write_load:
            message = "has no write, so an index costs nothing"
            yield document.fault(("sql", "write_load"), "few-queries", message, "add a write with its limits")


def nodes_known(ground: Ground) -> Iterator[Fault]:
    """What is forbidden or allowed is a node that a plan can have, on a table that there is."""
    for document, about in _all(ground):
        tables = {name.lower() for name in TABLE.findall(about.ddl)}
        for at, query in enumerate(about.workload):
            for field in ("forbid", "allow"):
                names: tuple[str, ...] = getattr(query, field)
                for place, name in enumerate(names):
                    kind, _, table = name.partition(" on ")
                    if kind not in NODES or (table and table not in tables):
                        message = f"{name!r} is no node of a plan over these tables"
                        mend = "write a node as EXPLAIN names it, such as Seq Scan on orders"
                        path: Path = ("sql", "workload", at, field, place)
                        yield document.fault(path, "plan-node", message, mend)


def rewrites_whole(ground: Ground) -> Iterator[Fault]:
    """A query that may be rewritten says so, and how rows change before it is compared once more."""
    for document, about in _all(ground):
        if about.rewrites != any(query.rewrite for query in about.workload):
            mend = "write rewrites: true together with rewrite: true on a query"
            yield document.fault(("sql", "rewrites"), "rewrite-form", "does not fit the queries of the workload", mend)
        for at, query in enumerate(about.workload):
            if wrong := _rewrite(query):
                yield document.fault(("sql", "workload", at), "rewrite-form", *wrong)


def rows_said(ground: Ground) -> Iterator[Fault]:
    """The rows are as many as the exercise says: one to five million, each table counted above its statement."""
    for document, about in _all(ground):
        assert about.rows is not None  # noqa: S101 - its shape was looked at
        counted = sum(int(re.sub("[_,]", "", rows)) for _, rows in COUNTED.findall(about.rows.sql)) / 1e6
        if round(counted, 1) != about.rows.million or not 1 <= about.rows.million <= MOST_MILLION:
            message = f"says {about.rows.million:g} million rows where the file makes {counted:.1f} million"
            mend = f"count them above each statement (-- orders: 2000000 rows), 1 to {MOST_MILLION} million in all"
            yield document.fault(("sql", "rows", "million"), "rows-said", message, mend)
        if ":from" not in about.rows.sql or ":to" not in about.rows.sql:
            message = "makes all rows at once, so that nobody sees how far it is"
            mend = "write generate_series(:from, :to) below a line such as -- orders: 2000000 rows"
            yield document.fault(("sql", "rows", "file"), "rows-said", message, mend)


def _rewrite(query: Workload) -> tuple[str, str] | None:
    if query.rewrite and not (query.changed and query.order):
        mend = "write changed: (SQL that changes rows) and order: (keys), so that a list of values is no answer"
        return f"{query.name} may be rewritten, and is compared too little", mend
    if not query.rewrite and (query.changed or query.order):
        return f"{query.name} is not rewritten and needs no order or changed", "take them out, or write rewrite: true"
    return None


def _all(ground: Ground) -> Iterator[tuple[Document, Sql]]:  # type: ignore[type-arg]
    for document in ground.queries:
        if document.value.sql and document.value.sql.form is Form.INDEX:
            yield document, document.value.sql


RULES = (load_enough, nodes_known, rewrites_whole, rows_said)
