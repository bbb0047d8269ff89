"""The author's gate for index exercises: limits that lie near the best known set, and no index without a use."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..core.exercise import Exercise
from ..core.outcome import CaseResult
from .document import Document
from .fault import Fault

FACTOR = 3.0  # a limit is at most so many times what the reference takes
_QUERY = re.compile(r"^--[ \t]*query[ \t]", re.MULTILINE)  # where rewritten queries begin
SLACK = 10  # buffers on top: a few pages more or less are no mistake


@dataclass(frozen=True)
class WithoutIndex:
    """The reference without one of its indexes. ``change`` says which, in one line."""

    change: str
    source: str


def loose_limits(document: Document[Exercise], results: Iterable[CaseResult]) -> Iterator[Fault]:
    """Yield the limits that are far above what the reference takes: a worse set of indexes would pass as well."""
    about = document.value.sql
    assert about is not None  # noqa: S101 - an exercise of this form
    taken = {result.case: result.plan.after for result in results if result.plan and result.plan.after}
    for group in ("workload", "write_load"):
        for at, each in enumerate(getattr(about, group)):
            plan = taken.get(each.name)
            limits = [("buffers", each.buffers, plan.buffers, SLACK)] if plan else []
            if plan and group == "write_load":
                limits.append(("wal_bytes", each.wal_bytes, plan.wal_bytes, 0))
            for name, most, least, slack in limits:
                if most > least * FACTOR + slack:
                    message = f"{each.name}: {most:,} {name} are allowed, and the reference takes {least:,}"
                    mend = f"write at most {FACTOR:g} times as many and {slack} more"
                    yield document.fault(("sql", group, at, name), "loose-limit", message, mend)


def without_each_index(source: str) -> Iterator[WithoutIndex]:
    """Yield ``source`` without one of its CREATE INDEX statements, each in turn."""
    from sqlglot import TokenType, tokenize

    queries = _QUERY.search(source)
    indexes = source[: queries.start()] if queries else source
    tokens = tokenize(indexes, read="postgres")
    begins = [at for at, token in enumerate(tokens) if token.text.upper() == "CREATE"]
    for at in begins:
        ends = (token for token in tokens[at:] if token.token_type is TokenType.SEMICOLON)
        end = next((token.end + 1 for token in ends), len(indexes))
        statement = source[tokens[at].start : end]
        yield WithoutIndex(f"without {' '.join(statement.split())[:100]}", source.replace(statement, "", 1))
