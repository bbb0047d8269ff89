"""Interview types and question lists as pages show them."""

from collections.abc import Iterable
from types import SimpleNamespace

from greenroom.core.exercise import Kind
from greenroom.practice.questions import TypeCard
from greenroom.practice.shelves import library

SQL_TYPE = "sql-and-schema"  # the interview type that the SQL lab's exercises belong to


def exercise_kinds() -> tuple[str, ...]:
    """Return the kinds of which the library has an exercise; it is read as far as the first of each."""
    found = library().exercises
    return tuple(kind.value for kind in Kind if any(exercise.kind is kind for exercise in found.values()))


def type_rows(cards: Iterable[TypeCard]) -> list[SimpleNamespace]:
    """Return the chooser's rows: slug, name, one line, how many questions and how many of them were answered."""
    return [
        SimpleNamespace(
            slug=card.type.slug,
            name=card.type.name,
            one_line=card.type.one_line,
            count=len(card.questions),
            answered=card.answered,
        )
        for card in cards
    ]
