"""Questions over the API, and the answers that are given to them."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from greenroom.codec import dump
from greenroom.practice import answers, questions
from greenroom.practice.questions import QuestionCard

from .answers import answer_out
from .bodies import AnswerIn, AnswerOut, Problem, QuestionOut, QuestionPage, Slug
from .cursor import page
from .guides import Cursor, Limit, Search
from .problems import problem

router = Router(tags=["questions"])


@router.get("", response={200: QuestionPage, 401: Problem, 404: Problem, 422: Problem}, operation_id="list_questions")
def shelf(
    request: HttpRequest,
    type: Search = "",
    search: Search = "",
    cursor: Cursor = "",
    limit: Limit = Query(20),  # noqa: B008  (ninja reads the default)
) -> Any:
    """List questions by interview type."""
    cards = questions.shelf(request.auth, type=type, search=search)
    found, following = page(cards, lambda card: card.slug, cursor, limit)
    return {"data": [_card(card) for card in found], "next": following}


@router.get(
    "/{slug}", response={200: QuestionOut, 401: Problem, 404: Problem, 422: Problem}, operation_id="get_question"
)
def one(request: HttpRequest, slug: Slug) -> Any:
    """Get a question with its rubric. Samples come with an answer only."""
    sheet = questions.open(request.auth, slug)
    question = sheet.question
    return {
        "slug": question.slug,
        "title": question.title,
        "prompt": question.prompt,
        "type": question.type,
        "why": question.why,
        "framing": question.framing,
        "by_level": {level.value: text for level, text in question.by_level.items()},
        "minutes": question.minutes,
        "competencies": question.competencies,
        "rubric": dump(sheet.rubric),
        "tries": sheet.tries,
    }


@router.post(
    "/{slug}/answers",
    response={201: AnswerOut, 400: Problem, 401: Problem, 404: Problem, 422: Problem},
    operation_id="give_answer",
)
def give(request: HttpRequest, slug: Slug, body: AnswerIn) -> Any:
    """Give an answer; it is kept and comes back with its feedback. An empty text is a 422 and is not kept."""
    sheet = answers.give(
        request.auth, slug, body.text, predicted=body.predicted, seconds=body.seconds, follows=body.follows
    )
    if sheet.id is None:
        return problem(422, "empty", "Nothing to review", "The text is empty, so nothing was reviewed or kept.")
    return Status(201, answer_out(sheet))


def _card(card: QuestionCard) -> dict[str, Any]:
    return {
        "slug": card.slug,
        "title": card.title,
        "prompt": card.prompt,
        "type": card.type.slug,
        "minutes": card.minutes,
        "tries": card.tries,
        "href": f"/api/v1/questions/{card.slug}",
    }
