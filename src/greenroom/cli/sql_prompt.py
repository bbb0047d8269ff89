"""What ``README.md`` says in the folder of an SQL exercise."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from greenroom.core.sql import Columns, Form

if TYPE_CHECKING:
    from greenroom.practice.exercises import ExerciseSheet
    from greenroom.practice.sql_sheets import SqlSheet


def sql_prompt(sheet: "ExerciseSheet") -> str:
    """Return the prompt with what it is judged by and what lies in the folder, as Markdown."""
    sql = sheet.sql
    assert sql is not None  # noqa: S101 - asked for SQL exercises alone
    part = sheet.parts[0]
    text = [f"# {sheet.title}\n", f"{sheet.why.strip()}\n", f"{part.prompt.strip()}\n", "## How it is judged\n"]
    return "\n".join([*text, *_rules(sql), "\n## In this folder\n", *_tools(sql), ""])


def _rules(sql: "SqlSheet") -> Iterator[str]:
    if sql.form is Form.QUERY:
        order = f"in the order `{', '.join(sql.order)}`; rows with equal keys in any order" if sql.order else ""
        names = sql.columns is Columns.NAME
        yield f"- It is judged on {sql.cases} data sets; `data/{sql.visible}.sql` is the one that you may see."
        yield f"- Columns are matched {'by name, in any order' if names else 'by position; their names are free'}."
        yield f"- Rows stand {order or 'in any order'}."
        if sql.writes:
            yield "- What the tables hold after the statement is compared."
    if sql.form is Form.SCHEMA:
        yield "Your tables are yours. They are reached through what you have to offer:\n"
        yield f"```sql\n{sql.asks.strip()}\n```\n"
    if sql.form is Form.RACE:
        yield "Your steps run in these sessions, in many orders, and what follows holds after each:\n"
        for name, given in sql.sessions.items():
            told = ", ".join(f":{key} = {value}" for key, value in given.items())
            yield f"- session {name}: {told or 'no parameters'}"
        yield ""
    if sql.form is Form.INDEX:
        yield "By the plan that PostgreSQL chooses and the buffers that it touches, never by time."
        yield f"At most {sql.budget} `create index` statements.\n"
    for each in sql.judged:
        says = f" ({each.says})" if each.sql else f" It {each.says}." if each.says else ""
        yield f"- `{each.name}`: {each.about}{says}"
        if each.sql:
            yield f"\n```sql\n{each.sql}\n```\n"


def _tools(sql: "SqlSheet") -> Iterator[str]:
    if sql.runs:
        yield f"- `greenroom test` runs `solution.sql` on `{sql.visible}` and shows rows; so does `greenroom check`."
    else:
        yield "- `greenroom test` judges it and keeps nothing; `greenroom check` is the same."
    yield "- `greenroom submit` judges it and keeps it; `greenroom watch` tests at each save."
    if sql.form is Form.RACE:
        yield "- `greenroom race SCHEDULE` runs one order again, such as one that a verdict names."
    if sql.form is Form.INDEX:
        yield "- `greenroom plan` shows the plans without any index of yours; guess which node of each costs most."
    if sql.data:
        yield f"- `greenroom psql` opens psql on the lab's own PostgreSQL, with the rows of `{sql.visible}`."
        yield "- `schema.sql` holds the tables. Changing it, or the data, changes nothing that is judged."
