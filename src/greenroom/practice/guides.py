"""Guides: the shelf with search and filters, and one guide with its checklist and its neighbours."""

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from greenroom.core.compose import Guide
from greenroom.core.guide import CheckItem, Company, Role
from greenroom.records.models import Candidate

from . import checklists, questions
from .errors import NotHere
from .questions import TypeCard
from .shelves import guide as compose
from .shelves import library


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCard:
    """A guide on the shelf. ``whole`` is true when the pair has a page of its own, false when only composed."""

    company: Company
    role: Role
    lead: str
    whole: bool
    stages: int
    checked: date

    @property
    def path(self) -> str:
        return f"{self.company.slug}/{self.role.slug}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet:
    """A point of the checklist and whether it is done."""

    item: CheckItem
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSheet:
    """A guide as one candidate sees it."""

    guide: Guide
    card: GuideCard
    checklist: tuple[CheckSheet, ...]
    done: int
    chooser: tuple[TypeCard, ...]
    same_company: tuple[GuideCard, ...]
    same_role: tuple[GuideCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the list of guides shows: the cards found and the filters on offer."""

    cards: tuple[GuideCard, ...]
    companies: tuple[Company, ...]
    roles: tuple[Role, ...]
    total: int


def shelf(candidate: Candidate, *, search: str = "", company: str = "", role: str = "") -> tuple[GuideCard, ...]:
    """List guides, whole ones first. ``search`` matches words of company, role and lead, in any order."""
    found = [card for card in _cards() if _fits(card, search, company, role)]
    return tuple(sorted(found, key=lambda c: (not c.whole, c.company.name.casefold(), c.role.name.casefold())))


def filters() -> tuple[tuple[Company, ...], tuple[Role, ...]]:
    """Return the companies and roles that the list can be narrowed to, by name."""
    companies = sorted(library().companies.values(), key=lambda c: c.name.casefold())
    return tuple(companies), tuple(sorted(library().roles.values(), key=lambda r: r.name.casefold()))


def open(candidate: Candidate, company: str, role: str) -> GuideSheet:
    """Return the guide of ``company`` and ``role``. Raises ``NotHere`` and names the nearest."""
    guide = compose(company, role)
    if guide is None:
        raise NotHere(f"There is no guide “{company[:60]}/{role[:60]}”.", nearest=_nearest(company, role))
    done = checklists.ticked(candidate, company, role)
    checklist = tuple(CheckSheet(item=item, done=item.id in done) for item in guide.checklist)
    return GuideSheet(
        guide=guide,
        card=_card(library().companies[company], library().roles[role]),
        checklist=checklist,
        done=sum(1 for c in checklist if c.done),
        chooser=questions.chooser(candidate),
        same_company=tuple(c for c in shelf(candidate, company=company) if c.role.slug != role),
        same_role=tuple(c for c in shelf(candidate, role=role) if c.company.slug != company),
    )


def _cards() -> list[GuideCard]:
    return [_card(company, role) for company in library().companies.values() for role in library().roles.values()]


def _card(company: Company, role: Role) -> GuideCard:
    pair = library().pairs.get((company.slug, role.slug))
    stages = [s for s in company.layer.stages if not s.roles or role.slug in s.roles]
    own = {s.id for s in pair.layer.stages} - {s.id for s in stages} if pair else set()
    return GuideCard(
        company=company,
        role=role,
        lead=pair.lead if pair else company.one_line,
        whole=pair is not None,
        stages=len(stages) + len(own),
        checked=min(company.checked, role.checked, *([pair.checked] if pair else [])),
    )


def _fits(card: GuideCard, search: str, company: str, role: str) -> bool:
    text = f"{card.company.name} {card.company.slug} {card.role.name} {card.role.slug} {card.lead}".casefold()
    return (
        (not company or card.company.slug == company)
        and (not role or card.role.slug == role)
        and all(word in text for word in search.casefold().split())
    )


def _nearest(company: str, role: str) -> str:
    close = get_close_matches(f"{company}/{role}", [card.path for card in _cards()], n=1, cutoff=0.5)
    return close[0] if close else ""
