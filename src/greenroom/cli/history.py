"""``greenroom history``: the answers that are kept, newest first."""

import json
from argparse import Namespace
from typing import Any

from . import house
from .counted import counted
from .exits import Exit
from .screen import safe


def history(options: Namespace) -> int:
    """List the answers, one a line, or as JSON."""
    candidate = house.enter()
    from django.utils.timezone import localtime

    from greenroom.practice import answers

    cards = answers.history(candidate)
    if options.json:
        print(json.dumps([_plain(card) for card in cards], ensure_ascii=False, indent=2))
        return Exit.DONE
    for card in cards:
        bands = "bands " + " ".join(map(str, card.bands)) if card.scored else f"not scored ({card.reason})"
        print(safe(f"{localtime(card.given_at):%Y-%m-%d %H:%M}  {card.slug}  {counted(card.words, 'word')}  {bands}"))
    if not cards:
        print("No answers yet. `greenroom practise --type behavioural` asks the first question.")
    return Exit.DONE


def _plain(card: Any) -> dict[str, Any]:
    return {
        "id": card.id,
        "question": card.slug,
        "given_at": card.given_at.isoformat(),
        "words": card.words,
        "scored": card.scored,
        "reason": card.reason,
        "predicted": card.predicted,
        "bands": list(card.bands),
    }
