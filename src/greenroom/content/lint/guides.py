"""Rules for whole guides, as they are after their layers have been merged."""

from collections.abc import Iterator

from ...core.compose import Guide
from ...core.guide import Role
from ..fault import Fault
from .ground import Ground

FEWEST = 8  # points of a checklist; decided with the first guide


def long_checklist(ground: Ground) -> Iterator[Fault]:
    """Every guide has a checklist worth the name, whether somebody wrote the pair or not."""
    for role in ground.shelf.of(Role):
        for company in ground.library.companies:
            guide = ground.library.guide(company, role.value.slug)
            if guide and len(guide.checklist) < FEWEST:
                yield _short(guide, role.file)


def _short(guide: Guide, role: str) -> Fault:
    own = f"guides/{guide.company.slug}/{guide.role.slug}.yaml"
    message = f"the guide for {guide.role.slug} at {guide.company.slug} has {len(guide.checklist)} points to check"
    mend = f"add points here, to the role or to the company, until there are {FEWEST}"
    file = own if guide.pair else role
    return Fault(file=file, field="checklist", message=message, mend=mend, code="short-checklist")


RULES = (long_checklist,)
