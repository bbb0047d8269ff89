"""The library of this checkout: the question and the rubric that an answer belongs to."""

from functools import cache
from pathlib import Path

from greenroom.content.library import Library, load
from greenroom.core.question import Question
from greenroom.core.rubric import Rubric

CONTENT = Path(__file__).parents[2] / "content"


@cache
def library() -> Library:
    """Read the library once."""
    return load(CONTENT)


def kinds() -> dict[str, str]:
    """The kind of answer that each question asks for, by slug."""
    rubrics = library().rubrics
    return {slug: rubrics[q.rubric].kind.value for slug, q in library().questions.items() if q.rubric in rubrics}


def asked(slug: str) -> tuple[Question, Rubric]:
    """A question with its rubric."""
    question = library().questions[slug]
    return question, library().rubrics[question.rubric]
