"""Answers and questions as rows of a list."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from statistics import median_low
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from greenroom.core.rubric import Rubric
from greenroom.practice.answers import AnswerCard
from greenroom.practice.questions import QuestionCard
from greenroom.practice.shelves import library

from .chart import chart
from .words import duration

LAST_TRIES = 12  # drawn beside a question in the history; its own page has them all
WORDS_A_SECOND = 140 / 60


def answer_rows(cards: Sequence[AnswerCard], *, all_tries: Sequence[AnswerCard] = ()) -> list[SimpleNamespace]:
    """Return rows for ``components/answer_row.html``; ``all_tries`` (any order) numbers the tries."""
    numbers = _numbers(all_tries or cards)
    return [_row(card, numbers[card.id]) for card in cards]


def days(cards: Sequence[AnswerCard]) -> list[SimpleNamespace]:
    """Group answers, newest first, by the candidate's day."""
    rows = answer_rows(cards)
    grouped = groupby(rows, key=lambda row: timezone.localtime(row.given).date())
    return [SimpleNamespace(date=day, answers=list(own)) for day, own in grouped]


def by_question(cards: Sequence[AnswerCard]) -> list[SimpleNamespace]:
    """Return the questions answered, the latest first, each with the middle band of each try, oldest first."""
    found: dict[str, list[AnswerCard]] = {}
    for card in cards:
        found.setdefault(card.slug, []).insert(0, card)
    return [
        SimpleNamespace(
            slug=slug,
            title=own[0].title,
            tries=len(own),
            last=own[-1].given_at,
            series=[SimpleNamespace(band=median_low(c.bands) if c.bands else None) for c in own[-LAST_TRIES:]],
        )
        for slug, own in found.items()
    ]


def tries(cards: Sequence[AnswerCard]) -> list[SimpleNamespace]:
    """Return the tries at one question, newest first; ``cards`` come oldest first."""
    before: int | None = None
    rows = []
    for number, card in enumerate(cards, 1):
        row = _row(card, number)
        row.previous, before = before, card.id
        row.aloud = duration(round(card.words / WORDS_A_SECOND))
        rows.insert(0, row)
    return rows


def growth(cards: Sequence[AnswerCard], rubric: Rubric) -> list[SimpleNamespace]:
    """Return each criterion's bands by try, oldest first; empty unless two tries were scored on this rubric."""
    fits = [card for card in cards if len(card.bands) in (0, len(rubric.criteria))]
    if sum(1 for card in fits if card.bands) < 2:
        return []
    return [
        SimpleNamespace(
            name=criterion.name,
            series=[SimpleNamespace(try_number=n, band=c.bands[i] if c.bands else None) for n, c in enumerate(fits, 1)],
            chart=chart([c.bands[i] if c.bands else None for c in fits]),
        )
        for i, criterion in enumerate(rubric.criteria)
    ]


def question_rows(cards: Iterable[QuestionCard], answered: Sequence[AnswerCard]) -> list[SimpleNamespace]:
    """Return rows for the list of one type, with the bands of the last try."""
    last: dict[str, AnswerCard] = {}
    for card in answered:
        last.setdefault(card.slug, card)
    return [
        SimpleNamespace(
            slug=card.slug,
            prompt=card.prompt,
            title=card.title,
            why=library().questions[card.slug].why,
            minutes=card.minutes,
            tries=card.tries,
            marks=_marks(last[card.slug]) if card.slug in last else (),
        )
        for card in cards
    ]


def _numbers(cards: Sequence[AnswerCard]) -> dict[int, int]:
    seen: dict[str, int] = {}
    numbers = {}
    for card in sorted(cards, key=lambda c: (c.given_at, c.id)):
        seen[card.slug] = numbers[card.id] = seen.get(card.slug, 0) + 1
    return numbers


def _row(card: AnswerCard, number: int) -> SimpleNamespace:
    return SimpleNamespace(
        id=card.id,
        title=card.title,
        type_name=card.type.name if card.type else "",
        given=card.given_at,
        words=card.words,
        try_number=number,
        scored=card.scored,
        reason=card.reason.replace("_", " "),
        marks=_marks(card),
        opening=card.opening,
        previous=None,
        aloud="",
    )


def _marks(card: AnswerCard) -> tuple[Any, ...]:
    question = library().questions.get(card.slug)
    criteria = library().rubrics[question.rubric].criteria if question else ()
    if len(criteria) != len(card.bands):
        return tuple(SimpleNamespace(name="", band=band) for band in card.bands)
    return tuple(SimpleNamespace(name=c.name, band=band) for c, band in zip(criteria, card.bands, strict=True))
