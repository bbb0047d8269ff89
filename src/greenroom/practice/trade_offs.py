"""The question on the trade-offs that follows a passed exercise, and whether it was answered."""

from dataclasses import dataclass
from datetime import datetime

from greenroom.core.exercise import Exercise
from greenroom.records.models import Answer, Candidate

from .shelves import library


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeOff:
    """The question; ``answer`` is the id of this candidate's latest answer to it, or None."""

    slug: str
    title: str
    prompt: str
    minutes: int
    answer: int | None
    answered_at: datetime | None


def of(candidate: Candidate, exercise: Exercise) -> TradeOff | None:
    """Return the question of ``exercise``; None when it has none that is served."""
    question = library().questions.get(exercise.question)
    if question is None:
        return None
    rows = Answer.objects.filter(candidate=candidate, question_id=question.id).order_by("-given_at", "-id")
    latest = rows.only("given_at").first()
    return TradeOff(
        slug=question.slug,
        title=question.title,
        prompt=question.prompt,
        minutes=question.minutes,
        answer=latest.pk if latest else None,
        answered_at=latest.given_at if latest else None,
    )
