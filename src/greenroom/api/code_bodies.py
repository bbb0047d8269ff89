"""What goes over the wire for the labs that take files."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from .bodies import Body

Language = Literal["python", "node", "sql"]
Source = Annotated[str, StringConstraints(min_length=1, max_length=262_144)]


class ExerciseCardOut(Schema):
    slug: str
    title: str
    summary: str
    kind: str = Field(description="code or sql: which lab judges it.")
    level: str
    minutes: int
    competencies: list[str]
    languages: list[str]
    state: str = Field(description="new, begun or passed.")
    parts: int | None = Field(description="How many parts, or null while that is hidden.")
    parts_done: int
    href: str


class ExercisePage(Schema):
    data: list[ExerciseCardOut]
    next: str | None = Field(description="Cursor of the next page, or null at the end.")


class PartOut(Schema):
    number: int
    title: str
    prompt: str = Field(description="Markdown.")
    minutes: int
    growth: str | None = Field(description="How the work may grow at most: n, n log n or n^2; or null.")
    visible: list[dict[str, Any]] = Field(
        description="The cases that may be seen, as docs/authoring/cases.md has them."
    )
    done: bool


class SqlOut(Schema):
    form: str = Field(description="What is written: query, schema, race or index.")
    columns: str = Field(description="How columns are matched: name or position.")
    order: list[str] = Field(description="The keys of the asked order; empty when any order is right.")
    writes: bool = Field(description="The statement changes rows, and the rows after it are compared.")
    visible_set: str = Field(description="The data set on which scope visible runs; empty when there is none.")
    cases: int = Field(description="How many things a submission is judged by: data sets, attacks, invariants ...")
    judged: list[dict[str, str]] = Field(description="Their names and what they are about; empty for a query.")
    asks: str = Field(description="The functions and views that a schema has to offer.")
    budget: int = Field(description="How many indexes are allowed; 0 where it is not about indexes.")
    sessions: dict[str, dict[str, Any]] = Field(description="The sessions of a race with their parameters.")


class TablesOut(Schema):
    tables: list[dict[str, Any]] = Field(description="name, comment, columns and sample, the first rows of it.")


class ExerciseOut(Schema):
    slug: str
    title: str
    summary: str
    why: str
    kind: str = Field(description="code or sql: which lab judges it.")
    sql: SqlOut | None = Field(description="What an SQL exercise is judged by; null in other kinds.")
    level: str
    minutes: int
    competencies: list[str]
    languages: list[str]
    state: str
    mode: str | None = Field(description="open or screen; null before it is begun.")
    total: int | None
    regressions: int
    parts: list[PartOut] = Field(description="The parts reached.")
    starter: dict[str, str]
    reference: dict[str, str] = Field(description="Empty until all parts are passed.")
    question: str | None = Field(description="The question on the trade-offs, once all parts are passed.")
    submissions: list[int] = Field(description="Ids, newest first.")


class OwnTestIn(Body):
    args: list[Any]
    returns: Any


class SubmissionIn(Body):
    language: Language
    source: Source = Field(description="The code or statement, at most 256 kB as UTF-8.")
    tests: list[OwnTestIn] = Field(
        [], max_length=50, description="Own tests of code; they are known as test-1, test-2 ..."
    )
    scope: Literal["all", "visible"] = Field("all", description="visible runs what may be seen and opens no part.")
    mode: Literal["open", "screen"] = Field("open", description="Of the sitting that begins when there is none.")


class OwnTestsOut(Schema):
    written: int
    mistaken: list[dict[str, str]]
    caught: int
    of: int


class RemarkOut(Schema):
    rule: str
    line: int
    quote: str
    start: int = Field(description="Offset of the quote in the source, in code points.")
    says: str
    reason: str
    advice: str


class CodeReadingOut(Schema):
    rules: int = Field(description="How many rules were applied.")
    remarks: list[RemarkOut] = Field(description="At most three, what matters most first.")
    unread: str = Field(description="Why the code was not read, or empty.")
    engine_version: str


class SubmissionOut(Schema):
    id: int
    exercise: str
    language: str
    scope: str
    part: int
    state: str = Field(description="waiting, running, done or cancelled.")
    attempt: int
    verdict: str | None
    known: int
    expected: int
    over: bool
    results: list[dict[str, Any]] = Field(description="One a case, in the order in which they became known.")
    own_tests: OwnTestsOut | None
    code_reading: CodeReadingOut | None = Field(description="Remarks on code that was accepted; else null.")
    question: str | None = Field(description="The question on the trade-offs, when this passed all parts.")
    open_part: int | None = Field(description="The part that is open now, or null when all are passed.")
    created_at: datetime
    finished_at: datetime | None
    engine_version: str
    exercise_digest: str
    href: str
