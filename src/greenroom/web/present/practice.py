"""Interview types and question lists as pages show them."""

from collections.abc import Iterable
from types import SimpleNamespace

from greenroom.practice.questions import TypeCard
from greenroom.practice.shelves import library


def any_exercises() -> bool:
    """Say whether the library has exercises; it is not read whole for that."""
    return any(True for _ in library().exercises)


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
