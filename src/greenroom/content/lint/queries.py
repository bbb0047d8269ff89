"""Rules for exercises of the SQL lab: what can be seen without a server."""

from collections.abc import Iterator

from ...codec import Path
from ...core.sql import Form
from ...core.verdict import Verdict
from ..fault import Fault
from .ground import Ground

FEWEST_SETS = 5
NEVER = (Verdict.ACCEPTED, Verdict.INTERNAL_ERROR, Verdict.SANDBOX_REFUSED, Verdict.TOO_SLOW_TO_GROW)


def sets_enough(ground: Ground) -> Iterator[Fault]:
    """At least five data sets judge a query, each named once."""
    for document in ground.queries:
        about = document.value.sql
        sets = about.sets if about else ()
        if about and about.form is not Form.QUERY:
            continue
        if len(set(sets)) < FEWEST_SETS or len(set(sets)) < len(sets):
            message = f"names {len(set(sets))} different data sets, {len(sets)} in all"
            mend = f"name at least {FEWEST_SETS}, each once"
            yield document.fault(("sql", "sets"), "few-sets", message, mend)


def wrongs_named(ground: Ground) -> Iterator[Fault]:
    """Three wrong solutions fail on what is judged (data sets, attacks, invariants), named in its order."""
    for document in ground.queries:
        sets = document.value.sql.cases if document.value.sql else ()
        names = [wrong.name for wrong in document.value.wrong]
        if sum(bool(wrong.fails) for wrong in document.value.wrong) < 3:
            message = f"{len(names)} wrong solutions, and three have to fail on what is judged"
            yield document.fault(("wrong",), "few-wrongs", message, "write at least three")
        for at, wrong in enumerate(document.value.wrong):
            path: Path = ("wrong", at)
            for position, name in enumerate(wrong.fails):
                if name not in sets:
                    mend = "write the name of a data set, an attack, an invariant, a query or a write of the block sql"
                    yield document.fault((*path, "fails", position), "unknown-case", f"nothing is called {name}", mend)
            known = [name for name in wrong.fails if name in sets]
            if known != sorted(set(known), key=sets.index):
                mend = "name each once, in the order of the block sql"
                yield document.fault((*path, "fails"), "fails-order", "is out of order or names one twice", mend)
            if wrong.verdict in NEVER:
                message = f"cannot be {wrong.verdict.value}"
                yield document.fault((*path, "verdict"), "wrong-verdict", message, "write the verdict it gets")
            if names.index(wrong.name) < at:
                yield document.fault((*path, "name"), "duplicate-id", f"{wrong.name} is there twice", "rename one")


RULES = (sets_enough, wrongs_named)
