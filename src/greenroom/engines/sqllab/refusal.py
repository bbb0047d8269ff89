"""From an error of the server to a verdict: its own words, with the line and column of the statement."""

import re

from psycopg import pq

from greenroom.core.verdict import Verdict

from .answer import Lost, Refused

_VERDICTS = {
    "57014": (Verdict.TIME_LIMIT, "The statement ran longer than {seconds:g} s."),
    "55P03": (Verdict.TIME_LIMIT, "The statement waited too long for a lock."),
    "25P04": (Verdict.TIME_LIMIT, "The statement ran longer than {seconds:g} s."),
    "53400": (Verdict.MEMORY_LIMIT, "The statement needs more room for intermediate rows than there is."),
    "53200": (Verdict.MEMORY_LIMIT, "The statement needs more memory than there is."),
    "54000": (Verdict.MEMORY_LIMIT, ""),
    "25006": (Verdict.RUNTIME_ERROR, "The exercise asks for a query; this statement changes something."),
    "42501": (Verdict.RUNTIME_ERROR, "This is not allowed here: {said}."),
}
_FIRST_WORD = re.compile(r"\A(\s|--[^\n]*\n|/\*.*?\*/)*", re.DOTALL)
_OTHERS = frozenset(
    "abort alter analyze analyse begin call checkpoint close cluster comment commit copy create deallocate declare"
    " delete discard do drop end execute explain fetch grant import insert listen load lock merge move notify prepare"
    " reassign refresh reindex release reset revoke rollback savepoint security set show start truncate unlisten update"
    " vacuum".split()
)
_GONE = ("25P03", "57P01", "57P02", "57P03", "08")


def refused(result: pq.abc.PGresult, sql: str, before: int, seconds: float) -> Exception:
    """Return what the error in ``result`` means. The statement ``sql`` was sent after ``before`` characters of ours."""
    field = pq.DiagnosticField
    code, said = _text(result, field.SQLSTATE), _text(result, field.MESSAGE_PRIMARY)
    if code.startswith(_GONE) or not code:
        return Lost(said)
    if code == "53100":
        return Refused(Verdict.INTERNAL_ERROR, "The disk is full. Free some space; the submission is not at fault.")
    if "insert multiple commands" in said:
        return Refused(Verdict.COMPILE_ERROR, "The file holds several statements; one is wanted.", once=True)
    verdict, words = _VERDICTS.get(code, (Verdict.RUNTIME_ERROR, ""))
    once = False
    if code.startswith(("42", "0A")) and code not in _VERDICTS:
        verdict, once = Verdict.COMPILE_ERROR, True
    if before and (other := _no_query(sql, said)):
        return Refused(Verdict.COMPILE_ERROR, other, once=True)
    position = int(_text(result, field.STATEMENT_POSITION) or 0) - before
    where, marked = _place(sql, position)
    told = [words.format(seconds=seconds, said=said) or f"{said[:1].upper()}{said[1:]}{where}."]
    told += [f"Hint: {hint}" for hint in [_text(result, field.MESSAGE_HINT)] if hint and code not in _VERDICTS]
    detail = "\n".join(text for text in (marked, _text(result, field.MESSAGE_DETAIL)) if text)
    return Refused(verdict, " ".join(told)[:600], detail[:600], once=once)


def _no_query(sql: str, said: str) -> str:
    """Return what to say of a statement of another kind than the exercise asks for; "" when it is not that."""
    if "must not contain data-modifying" in said:
        return "The exercise asks for a query; this statement changes rows in its WITH."
    word = _FIRST_WORD.sub("", sql, count=1).split("(")[0].split()[:1]
    if word and said == f'syntax error at or near "{word[0]}"' and word[0].lower() in _OTHERS:
        return f"A statement that begins with {word[0].upper()} is not what the exercise asks for, and is not run."
    return ""


def _place(sql: str, position: int) -> tuple[str, str]:
    """Return ", line L, column C" and that line with a mark below it; both empty for a place outside the statement."""
    if not 1 <= position <= len(sql) + 1:
        return "", ""
    above = sql[: position - 1].split("\n")
    line, column = len(above), len(above[-1]) + 1
    text = sql.split("\n")[line - 1]
    start = max(0, column - 60)
    return f", line {line}, column {column}", f"{text[start : start + 100]}\n{' ' * (column - 1 - start)}^"


def _text(result: pq.abc.PGresult, field: pq.DiagnosticField) -> str:
    return (result.error_field(field) or b"").decode(errors="replace")
