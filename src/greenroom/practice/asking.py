"""The question that is asked: looked up by its slug, with what belongs to it."""

from difflib import get_close_matches
from functools import cache

from greenroom.core.question import InterviewType, Question, Sample
from greenroom.core.rubric import Rubric

from .errors import NotHere
from .shelves import library


def one(slug: str) -> Question:
    """Return the question. Raises ``NotHere`` and names the nearest slug."""
    question = library().questions.get(slug)
    if question is None:
        close = get_close_matches(slug, library().questions, n=1, cutoff=0.5)
        raise NotHere(f"There is no question “{slug[:80]}”.", nearest=close[0] if close else "")
    return question


def by_id(id: str) -> Question | None:
    """Return the question of that lasting id, or None when it is no longer in the library."""
    return _ids().get(id)


@cache
def _ids() -> dict[str, Question]:
    return {question.id: question for question in library().questions.values()}


def rubric_of(question: Question) -> Rubric:
    """Return the question's rubric."""
    return library().rubrics[question.rubric]


def samples_of(question: Question) -> tuple[Sample, ...]:
    """Return the samples, strong first."""
    return library().samples.get(question.slug, ())


def type_of(question: Question) -> InterviewType:
    """Return the question's interview type."""
    return next(t for t in library().interview_types if t.slug == question.type)
