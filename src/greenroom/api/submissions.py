"""Submissions over the API: what is known of one, beyond a position."""

from dataclasses import replace
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from greenroom.codec import dump
from greenroom.core.code_reading import CodeReading, Remark
from greenroom.practice import submissions
from greenroom.practice.submission_sheets import ResultSheet, SubmissionSheet

from .answers import Id
from .bodies import Problem
from .code_bodies import SubmissionOut

router = Router(tags=["submissions"])
Position = Annotated[int, Field(ge=0, le=2**31)]


@router.get(
    "/{id}", response={200: SubmissionOut, 401: Problem, 404: Problem, 422: Problem}, operation_id="get_submission"
)
def one(
    request: HttpRequest,
    id: Id,
    since: Position = Query(0),  # noqa: B008  (ninja reads the default)
) -> Any:
    """Get what is known of a submission. `since` leaves out that many results; ask from 0 when `attempt` changes."""
    sheet = submissions.open(request.auth, id)
    progress = replace(sheet.progress, results=sheet.progress.results[since:])
    return submission_out(replace(sheet, progress=progress))


def submission_out(sheet: SubmissionSheet) -> dict[str, Any]:
    """Return a submission's body."""
    progress, sitting = sheet.progress, sheet.sitting
    return {
        "id": sheet.id,
        "exercise": sheet.slug,
        "language": sheet.language.value,
        "scope": sheet.scope,
        "part": sheet.part,
        "state": progress.state,
        "attempt": progress.attempt,
        "verdict": progress.verdict.value if progress.verdict else None,
        "known": progress.known,
        "expected": progress.expected,
        "over": progress.over,
        "results": [_result(result) for result in progress.results],
        "own_tests": _own_tests(sheet),
        "code_reading": _reading(sheet.reading),
        "question": sheet.trade_off.slug if sheet.trade_off else None,
        "open_part": None if sitting.passed_at else sitting.part,
        "created_at": sheet.created_at,
        "finished_at": sheet.finished_at,
        "engine_version": sheet.engine_version,
        "exercise_digest": sheet.exercise_digest,
        "href": f"/api/v1/submissions/{sheet.id}",
    }


def _result(sheet: ResultSheet) -> dict[str, Any]:
    return {"position": sheet.position, "about": sheet.about, "again": sheet.again, **dump(sheet.result)}


def _reading(reading: CodeReading | None) -> dict[str, Any] | None:
    if reading is None:
        return None
    told = [_remark(remark) for remark in reading.remarks]
    return {"rules": reading.rules, "remarks": told, "unread": reading.unread, "engine_version": reading.engine}


def _remark(remark: Remark) -> dict[str, Any]:
    quote = remark.finding.evidence
    return {
        "rule": remark.finding.rule,
        "line": remark.line,
        "quote": getattr(quote, "text", ""),
        "start": getattr(quote, "start", 0),
        "says": remark.says,
        "reason": remark.reason,
        "advice": remark.advice,
    }


def _own_tests(sheet: SubmissionSheet) -> dict[str, Any] | None:
    own = sheet.own_tests
    if own is None:
        return None
    mistaken = [{"name": test.name, "why": test.why} for test in own.mistaken]
    return {"written": own.written, "mistaken": mistaken, "caught": own.caught, "of": own.of}
