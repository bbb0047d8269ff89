"""The first page."""

from types import SimpleNamespace
from typing import Any

from greenroom.practice.guides import GuideCard
from greenroom.practice.questions import QuestionSheet
from greenroom.practice.today import TodaySheet

from .practice import exercise_kinds, type_rows
from .rows import answer_rows

GUIDES = 5  # named on the first page; the list has them all


def home_view(sheet: TodaySheet) -> dict[str, Any]:
    """Return what ``home.html`` names."""
    return {
        "first": not sheet.recent,
        "start": start(sheet.next),
        "guides": [_guide(card) for card in sheet.guides[:GUIDES]],
        "types": type_rows(sheet.types),
        "exercises": exercise_kinds(),
        "recent": answer_rows(sheet.recent),
    }


def start(sheet: QuestionSheet) -> SimpleNamespace:
    """Return a question to answer at once."""
    return SimpleNamespace(
        slug=sheet.question.slug,
        prompt=sheet.question.prompt,
        type_name=sheet.type.name,
        minutes=sheet.question.minutes,
        tries=sheet.tries,
        draft=sheet.draft,
    )


def _guide(card: GuideCard) -> SimpleNamespace:
    return SimpleNamespace(
        href=f"/guides/{card.path}", title=f"{card.role.name} at {card.company.name}", lead=card.lead
    )
