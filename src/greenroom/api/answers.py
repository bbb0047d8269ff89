"""Answers over the API: the history, and one answer with its feedback."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from greenroom.practice import answers
from greenroom.practice.answers import AnswerCard, AnswerSheet
from greenroom.practice.errors import NotHere

from .bodies import AnswerOut, AnswerPage, Problem
from .cursor import seal, unseal
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
    before = _before(request, cursor) if cursor else None
    cards = answers.history(request.auth, limit=limit + 1, before=before)
    found = cards[:limit]
    return {"data": [_card(card) for card in found], "next": seal(str(found[-1].id)) if len(cards) > limit else None}


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


def _before(request: HttpRequest, cursor: str) -> int:
    """Return the id that the cursor names. Raises ``NotHere`` when it is none of this candidate's answers."""
    name = unseal(cursor)
    if not name.isdecimal() or len(name) > 18:
        raise NotHere("This cursor names nothing that is here. Begin again without one.")
    return answers.open(request.auth, int(name)).id or 0


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
