"""Exercises over the API, and the submissions that are handed in for them."""

import json
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from greenroom.codec import dump
from greenroom.core.language import Language
from greenroom.practice import exercises, submissions, tables
from greenroom.practice.exercises import ExerciseCard, ExerciseSheet, PartSheet
from greenroom.practice.sql_sheets import SqlSheet

from .bodies import Problem, Slug
from .code_bodies import ExerciseOut, ExercisePage, SubmissionIn, SubmissionOut, TablesOut
from .cursor import page
from .guides import Cursor, Limit, Search
from .submissions import submission_out

router = Router(tags=["exercises"])


@router.get("", response={200: ExercisePage, 401: Problem, 404: Problem, 422: Problem}, operation_id="list_exercises")
def shelf(
    request: HttpRequest,
    kind: Search = "",
    level: Search = "",
    competency: Search = "",
    state: Search = "",
    search: Search = "",
    cursor: Cursor = "",
    limit: Limit = Query(20),  # noqa: B008  (ninja reads the default)
) -> Any:
    """List exercises from junior to senior, with where you stand."""
    cards = exercises.shelf(request.auth, kind=kind, level=level, competency=competency, state=state, search=search)
    found, following = page(cards, lambda card: card.slug, cursor, limit)
    return {"data": [_card(card) for card in found], "next": following}


@router.get(
    "/{slug}", response={200: ExerciseOut, 401: Problem, 404: Problem, 422: Problem}, operation_id="get_exercise"
)
def one(request: HttpRequest, slug: Slug) -> Any:
    """Get an exercise as far as you have come: of parts that are not reached nothing is in it."""
    return _exercise(exercises.open(request.auth, slug))


@router.get(
    "/{slug}/tables", response={200: TablesOut, 401: Problem, 404: Problem, 422: Problem}, operation_id="get_tables"
)
def shown_tables(request: HttpRequest, slug: Slug) -> Any:
    """Get the tables of an SQL exercise with a few rows. The first look starts the lab's PostgreSQL, some seconds.

    The tables of an index exercise stand without rows until its millions of rows have been made.
    """
    return {"tables": [dump(table) for table in tables.open(request.auth, slug)]}


@router.post(
    "/{slug}/submissions",
    response={201: SubmissionOut, 400: Problem, 401: Problem, 404: Problem, 409: Problem, 422: Problem},
    operation_id="submit",
)
def submit(request: HttpRequest, slug: Slug, body: SubmissionIn) -> Any:
    """Hand code in. It is kept and judged by and by; follow it at its `href`. Without a sitting one begins."""
    files = {Language(body.language).file: body.source.encode()}
    if body.tests:
        files["tests.txt"] = _own_tests(body).encode()
    id = submissions.submit(request.auth, slug, files, scope=body.scope, mode=body.mode)
    return Status(201, submission_out(submissions.open(request.auth, id)))


def _own_tests(body: SubmissionIn) -> str:
    """Return own tests as the file that a candidate would write."""
    numbered = enumerate(body.tests, 1)
    return "".join(f"test-{n}: {json.dumps(test.args)} -> {json.dumps(test.returns)}\n" for n, test in numbered)


def _card(card: ExerciseCard) -> dict[str, Any]:
    return {
        "slug": card.slug,
        "title": card.title,
        "summary": card.summary,
        "kind": card.kind.value,
        "level": card.level.value,
        "minutes": card.minutes,
        "competencies": [one.slug for one in card.competencies],
        "languages": [one.value for one in card.languages],
        "state": card.state,
        "parts": card.parts,
        "parts_done": card.parts_done,
        "href": f"/api/v1/exercises/{card.slug}",
    }


def _exercise(sheet: ExerciseSheet) -> dict[str, Any]:
    sitting = sheet.sitting
    return {
        "slug": sheet.slug,
        "title": sheet.title,
        "summary": sheet.summary,
        "why": sheet.why,
        "kind": sheet.kind.value,
        "sql": _sql(sheet.sql) if sheet.sql else None,
        "level": sheet.level.value,
        "minutes": sheet.minutes,
        "competencies": [one.slug for one in sheet.competencies],
        "languages": [one.value for one in sheet.languages],
        "state": sheet.state,
        "mode": sitting.mode if sitting else None,
        "total": sheet.total,
        "regressions": sitting.regressions if sitting else 0,
        "parts": [_part(part) for part in sheet.parts],
        "starter": {language.value: text for language, text in sheet.starter.items()},
        "reference": {language.value: text for language, text in sheet.reference.items()},
        "question": sheet.question.slug if sheet.question else None,
        "submissions": [card.id for card in sheet.submissions],
    }


def _sql(sql: SqlSheet) -> dict[str, Any]:
    return {
        "form": sql.form.value,
        "columns": sql.columns.value,
        "order": list(sql.order),
        "writes": sql.writes,
        "visible_set": sql.visible,
        "cases": sql.cases,
        "judged": [{"name": each.name, "about": each.about, "says": each.says, "sql": each.sql} for each in sql.judged],
        "asks": sql.asks,
        "sessions": sql.sessions,
        "budget": sql.budget,
    }


def _part(part: PartSheet) -> dict[str, Any]:
    return {
        "number": part.number,
        "title": part.title,
        "prompt": part.prompt,
        "minutes": part.minutes,
        "growth": part.growth.value if part.growth else None,
        "visible": [dump(case) for case in part.visible],
        "done": part.done,
    }
