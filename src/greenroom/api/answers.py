"""Answers over the API: the history, and one answer with its feedback."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from greenroom.practice import answers
from greenroom.practice.answers import AnswerCard, AnswerSheet

from .bodies import AnswerOut, AnswerPage, Problem
from .cursor import page
from .guides import Cursor, Limit

router = Router(tags=["answers"])
Id = Annotated[int, Field(ge=1, le=2**53)]


@router.get("", response={200: AnswerPage, 401: Problem, 404: Problem, 422: Problem}, operation_id="list_answers")
def history(
    request: HttpRequest,
    cursor: Cursor = "",
    limit: Limit = Query(20),  # noqa: B008  (ninja reads the default)
) -> Any:
    """List your answers, newest first."""
    found, following = page(answers.history(request.auth), lambda card: str(card.id), cursor, limit)
    return {"data": [_card(card) for card in found], "next": following}


@router.get("/{id}", response={200: AnswerOut, 401: Problem, 404: Problem, 422: Problem}, operation_id="get_answer")
def one(request: HttpRequest, id: Id) -> Any:
    """Get an answer with its feedback as it was found at the time."""
    return answer_out(answers.open(request.auth, id))


def answer_out(sheet: AnswerSheet) -> dict[str, Any]:
    """Return an answer's body."""
    return {
        "id": sheet.id,
        "question": sheet.question.slug,
        "given_at": sheet.given_at,
        "text": sheet.text,
        "words": sheet.words,
        "seconds": sheet.seconds,
        "predicted": sheet.predicted,
        "engine_version": sheet.engine_version,
        "rubric_digest": sheet.rubric_digest,
        "question_digest": sheet.question_digest,
        "feedback": answers.published(sheet),
        "tries": [card.id for card in sheet.tries],
    }


def _card(card: AnswerCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "question": card.slug,
        "given_at": card.given_at,
        "words": card.words,
        "scored": card.scored,
        "reason": card.reason,
        "predicted": card.predicted,
        "bands": card.bands,
        "href": f"/api/v1/answers/{card.id}",
    }
