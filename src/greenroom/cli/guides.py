"""``greenroom guides`` and ``greenroom guide``: the shelf, and one guide as text."""

from argparse import Namespace

from . import house
from .counted import counted
from .exits import Exit, Stop
from .guide_text import SECTIONS, GuideText
from .screen import safe, screen


def shelf(options: Namespace) -> int:
    """List the guides, one a line: path, name, and how much is known."""
    candidate = house.enter_library()
    from greenroom.practice import guides

    cards = guides.shelf(candidate, search=options.search, company=options.company, role=options.role)
    longest = max((len(card.path) for card in cards), default=0)
    for card in cards:
        depth = counted(card.stages, "stage") if card.stages else "stages not known"
        own = "" if card.whole else ", composed"
        print(safe(f"{card.path:<{longest}}  {card.role.name} at {card.company.name} ({depth}{own})"))
    if not cards:
        raise Stop("No guide fits. `greenroom guides` lists all of them.", Exit.NOT_HERE)
    return Exit.DONE


def read(options: Namespace) -> int:
    """Print a guide, or one section of it."""
    company, _, role = options.guide.strip("/").partition("/")
    if options.section and options.section not in SECTIONS:
        raise Stop(f"There is no section “{options.section[:40]}”. Sections: {', '.join(SECTIONS)}.", Exit.NOT_HERE)
    candidate = house.enter_library()
    from greenroom.practice import guides

    sheet = guides.open(candidate, company, role)
    text = GuideText(sheet, screen(), sources=options.sources)
    if not options.section:
        text.title()
    for name in [options.section] if options.section else SECTIONS:
        SECTIONS[name](text)
    return Exit.DONE
