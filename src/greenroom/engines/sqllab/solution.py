"""A submission of the index form: CREATE INDEX statements, and below ``-- query NAME`` lines rewritten queries.

What is no CREATE INDEX is told in friendly words; the server would refuse it to the room's role, or it would die with
the room.
"""

import re
from dataclasses import dataclass

from greenroom.core.sql import Sql
from greenroom.core.verdict import Verdict

from .answer import Refused
from .statement import LONGEST

MOST_INDEXES = 12  # beyond the budget more are judged, so that the cost is seen, but not any number
METHODS = ("btree", "hash", "brin", "gin")
_QUERY = re.compile(r"^--[ \t]*query[ \t]+(\S+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Solution:
    """The statements, each with the lines above it left empty, so that the server's line numbers are the file's."""

    indexes: tuple[str, ...]
    queries: dict[str, str]


def solution_of(source: bytes, about: Sql) -> Solution:
    """Divide a submission into its statements. Raises ``Refused`` for what is none."""
    if len(source) > LONGEST:
        raise _no(f"The file is longer than {LONGEST:,} characters.")
    try:
        text = source.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise _no("The file is not UTF-8 text.") from None
    if "\0" in text:
        raise _no("The file holds a zero byte, which no statement has.")
    heads = list(_QUERY.finditer(text))
    if heads and not about.rewrites:
        raise _no("The exercise takes indexes only; its queries stay as they are.")
    indexes = _indexes(text[: heads[0].start()] if heads else text)
    ends = [*(head.start() for head in heads[1:]), len(text)][: len(heads)]
    queries: dict[str, str] = {}
    for head, end in zip(heads, ends, strict=True):
        name = head[1]
        if name in queries:
            raise _no(f"The query {name} is there twice.")
        queries[name] = _query(name, "\n" * text[: head.end()].count("\n") + text[head.end() : end], about)
    return Solution(indexes, queries)


def statements(text: str) -> list[str]:
    """Return the statements of ``text``, each after as many empty lines as stand above it in the text.

    Raises ``ValueError`` when it cannot be divided into tokens.
    """
    from sqlglot import TokenType, tokenize
    from sqlglot.errors import SqlglotError

    try:
        tokens = tokenize(text, read="postgres")
    except SqlglotError as error:
        raise ValueError(str(error).split("\n")[0][:200]) from None
    found: list[str] = []
    start: int | None = None
    end = 0
    for token in tokens:
        if token.token_type is TokenType.SEMICOLON:
            if start is not None:
                found.append("\n" * text[:start].count("\n") + text[start:end])
            start = None
        else:
            start = token.start if start is None else start
            end = token.end + 1
    if start is not None:
        found.append("\n" * text[:start].count("\n") + text[start:end])
    return found


def _indexes(text: str) -> tuple[str, ...]:
    try:
        found = statements(text)
    except ValueError as error:
        raise _no(f"The file cannot be read: {error}.") from None
    for statement in found:
        _create_index(statement)
    if len(found) > MOST_INDEXES:
        raise _no(f"The file holds {len(found)} indexes; more than {MOST_INDEXES} are not built.")
    return tuple(found)


def _create_index(statement: str) -> None:
    """Refuse what is no plain CREATE INDEX."""
    from sqlglot import tokenize

    tokens = tokenize(statement, read="postgres")
    words = [token.text.upper() for token in tokens]
    line = statement[: tokens[0].start].count("\n") + 1
    rest = words[2:] if words[1:2] == ["UNIQUE"] else words[1:]
    if words[0] != "CREATE" or rest[:1] != ["INDEX"]:
        raise _no(f"Line {line}: only CREATE INDEX statements are taken here; this one begins with {words[0]}.")
    if "CONCURRENTLY" in rest[:2]:
        raise _no(
            f"Line {line}: leave CONCURRENTLY out. It is right where others write at the same time; here nobody does,"
            " and a build that fails half-way would leave an invalid index to be judged."
        )
    if "USING" in rest and (at := rest.index("USING") + 1) < len(rest) and rest[at].lower() not in METHODS:
        raise _no(f"Line {line}: indexes are {', '.join(METHODS)} here, and not {rest[at].lower()}.")


def _query(name: str, text: str, about: Sql) -> str:
    free = [query.name for query in about.workload if query.rewrite]
    if name not in free:
        raise _no(f"The query {name} may not be rewritten; these may: {', '.join(free)}.")
    try:
        found = statements(text)
    except ValueError as error:
        raise _no(f"The query {name} cannot be read: {error}.") from None
    if len(found) != 1:
        raise _no(f"Below -- query {name} stand {len(found)} statements; one is wanted.")
    return found[0]


def _no(message: str) -> Refused:
    return Refused(Verdict.COMPILE_ERROR, message, once=True)
