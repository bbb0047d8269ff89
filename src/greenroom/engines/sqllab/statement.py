"""Is it one statement? Told in friendly words before the server is asked, which would refuse the same."""

from greenroom.core.verdict import Verdict

from .answer import Refused

LONGEST = 100_000  # characters; sent to the server as it is below that


def one_statement(source: bytes) -> str:
    """Return the text of the one statement in ``source``. Raises ``Refused`` for anything else."""
    sql = text_of(source)
    count = _statements(sql)
    if count == 0:
        raise _no("The file holds no statement, only comments or nothing.")
    if count > 1:
        raise _no(f"The file holds {count} statements; one is wanted.")
    return sql


def text_of(source: bytes) -> str:
    """Return ``source`` as text that can be sent. Raises ``Refused`` for what is none, or too long."""
    try:
        sql = source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _no("The file is not UTF-8 text.") from None
    if len(sql) > LONGEST:
        raise _no(f"The statement is longer than {LONGEST:,} characters.")
    if "\0" in sql:
        raise _no("The file holds a zero byte, which no statement has.")
    return sql


def _statements(sql: str) -> int:
    """Count the statements; 1 when the text cannot be divided into tokens, as the server then says it best."""
    from sqlglot import TokenType, tokenize
    from sqlglot.errors import SqlglotError

    try:
        tokens = tokenize(sql, read="postgres")
    except SqlglotError:
        return 1
    count, empty = 0, True
    for token in tokens:
        if token.token_type is TokenType.SEMICOLON:
            empty = True
        elif empty:
            count, empty = count + 1, False
    return count


def _no(message: str) -> Refused:
    return Refused(Verdict.COMPILE_ERROR, message, once=True)
