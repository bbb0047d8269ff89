"""The checklist of a guide, which remembers what is done."""

from django.utils import timezone

from greenroom.core.guide import CheckItem
from greenroom.records.models import Candidate, Tick

from .errors import NotHere
from .shelves import guide as compose


def tick(candidate: Candidate, company: str, role: str, item: str) -> None:
    """Note that the point is done. Doing it twice changes nothing. Raises ``NotHere``."""
    _item(company, role, item)
    Tick.objects.get_or_create(
        candidate=candidate, company=company, role=role, item=item, defaults={"ticked_at": timezone.now()}
    )


def untick(candidate: Candidate, company: str, role: str, item: str) -> None:
    """Take the note back. Raises ``NotHere``."""
    _item(company, role, item)
    Tick.objects.filter(candidate=candidate, company=company, role=role, item=item).delete()


def ticked(candidate: Candidate, company: str, role: str) -> frozenset[str]:
    """Return the ids of the points that are done."""
    rows = Tick.objects.filter(candidate=candidate, company=company, role=role)
    return frozenset(rows.values_list("item", flat=True))


def _item(company: str, role: str, item: str) -> CheckItem:
    guide = compose(company, role)
    found = next((i for i in guide.checklist if i.id == item), None) if guide else None
    if found is None:
        raise NotHere("This guide has no such checklist point.")
    return found
