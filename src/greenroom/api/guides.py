"""Guides over the API."""

from dataclasses import fields
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from greenroom.codec import dump
from greenroom.core.guide import Layer
from greenroom.practice import guides
from greenroom.practice.guides import GuideCard

from .bodies import GuideOut, GuidePage, Problem, Slug
from .cursor import page

router = Router(tags=["guides"])
Limit = Annotated[int, Field(ge=1, le=100)]
Search = Annotated[str, Field(max_length=200)]
Cursor = Annotated[str, Field(max_length=200, pattern=r"^[A-Za-z0-9_-]*$")]


@router.get("", response={200: GuidePage, 401: Problem, 404: Problem, 422: Problem}, operation_id="list_guides")
def shelf(
    request: HttpRequest,
    search: Search = "",
    company: Search = "",
    role: Search = "",
    cursor: Cursor = "",
    limit: Limit = Query(20),  # noqa: B008  (ninja reads the default)
) -> Any:
    """List guides, those with pages of their own first."""
    cards = guides.shelf(request.auth, search=search, company=company, role=role)
    found, following = page(cards, lambda card: card.path, cursor, limit)
    return {"data": [_card(card) for card in found], "next": following}


@router.get(
    "/{company}/{role}", response={200: GuideOut, 401: Problem, 404: Problem, 422: Problem}, operation_id="get_guide"
)
def one(request: HttpRequest, company: Slug, role: Slug) -> Any:
    """Get a guide: every section, every claim with the key of its source."""
    sheet = guides.open(request.auth, company, role)
    guide = sheet.guide
    sections = {field.name: dump(getattr(guide, field.name)) for field in fields(Layer) if field.name != "sources"}
    return {
        "company": _named(guide.company),
        "role": _named(guide.role),
        "lead": guide.lead,
        "record": guide.record,
        "checked": guide.checked,
        "sections": sections,
        "sources": {key: dump(source) for key, source in guide.sources.items()},
        "known": guide.known,
        "general": guide.general,
        "missing": guide.missing,
        "ticked": [point.item.id for point in sheet.checklist if point.done],
    }


def _card(card: GuideCard) -> dict[str, Any]:
    return {
        "company": _named(card.company),
        "role": _named(card.role),
        "lead": card.lead,
        "own_pages": card.whole,
        "stages": card.stages,
        "checked": card.checked,
        "href": f"/api/v1/guides/{card.path}",
    }


def _named(thing: Any) -> dict[str, str]:
    return {"slug": thing.slug, "name": thing.name}
