"""The list of guides."""

from types import SimpleNamespace
from typing import Any

from greenroom.core.guide import Company, Role
from greenroom.practice.guides import GuideCard


def shelf_view(cards: tuple[GuideCard, ...], filters: tuple[tuple[Company, ...], tuple[Role, ...]]) -> dict[str, Any]:
    """Return what ``guides.html`` names, but for what was asked."""
    return {"guides": [_row(card) for card in cards], "companies": filters[0], "roles": filters[1]}


def _row(card: GuideCard) -> SimpleNamespace:
    return SimpleNamespace(
        href=f"/guides/{card.path}",
        title=f"{card.role.name} at {card.company.name}",
        lead=card.lead
        if card.whole
        else f"What is known of {card.company.name}, joined with what holds for the role anywhere.",
        stages=card.stages,
        whole=card.whole,
        checked=card.checked,
    )
