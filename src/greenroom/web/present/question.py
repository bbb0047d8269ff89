"""A question with the box for its answer."""

from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from greenroom.core.question import Question
from greenroom.practice.answers import WORDS_A_MINUTE
from greenroom.practice.questions import QuestionSheet
from greenroom.practice.shelves import library


def question_view(question: Question) -> SimpleNamespace:
    """Return what the templates call ``question``."""
    names = {t.slug: t.name for t in library().interview_types}
    return SimpleNamespace(
        slug=question.slug,
        title=question.title,
        prompt=question.prompt,
        why=question.why,
        framing=question.framing,
        minutes=question.minutes,
        type=question.type,
        type_name=names.get(question.type, question.type),
        competencies=tuple(
            library().competencies[c].name for c in question.competencies if c in library().competencies
        ),
        background=question.background,
    )


def asking(sheet: QuestionSheet, *, text: str, restored: bool = False, follows: int | None = None) -> dict[str, Any]:
    """Return what ``question.html`` names, with ``text`` in the box."""
    return {
        "question": question_view(sheet.question),
        "by_level": tuple((level.value, expected) for level, expected in sheet.question.by_level.items()),
        "asked_by": _asked_by(sheet.question.slug),
        "text": text,
        "restored": restored,
        "levels": tuple(level.value for level in sheet.question.levels),
        "level": sheet.level.value if sheet.level else "",
        "rate": WORDS_A_MINUTE,
        "tries": sheet.tries,
        "follows": follows or sheet.last_answer,
        "other": next(iter(sheet.others), None),
        "answer": None,
        "feedback": None,
    }


@lru_cache(maxsize=512)
def _asked_by(slug: str) -> tuple[SimpleNamespace, ...]:
    """List the guides with pages of their own that name this question."""
    found = []
    for (company, role), pair in sorted(library().pairs.items()):
        layers = (pair.layer, library().companies[company].layer)
        if any(entry.question == slug for layer in layers for entry in layer.questions):
            name = f"{library().companies[company].name}, {library().roles[role].name}"
            found.append(SimpleNamespace(href=f"/guides/{company}/{role}#question-{slug}", name=name, why=()))
    return tuple(found)
