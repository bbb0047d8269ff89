"""``greenroom questions``: the shelf of questions."""

from argparse import Namespace
from itertools import groupby

from . import house
from .exits import Exit, Stop
from .screen import screen


def shelf(options: Namespace) -> int:
    """List the questions by interview type, with how often each was answered."""
    candidate = house.enter_library()
    from greenroom.practice import questions

    cards = questions.shelf(candidate, type=options.type, search=options.search)
    if not cards:
        raise Stop("No question fits. `greenroom questions` lists all of them.", Exit.NOT_HERE)
    out = screen()
    for kind, own in groupby(cards, key=lambda card: card.type):
        out.heading(f"{kind.name} ({kind.slug})")
        for card in own:
            tries = f" [{card.tries} {'try' if card.tries == 1 else 'tries'}]" if card.tries else ""
            out.text(f"{card.prompt}{tries}", first=f"{card.slug}: ")
    return Exit.DONE
