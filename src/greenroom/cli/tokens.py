"""``greenroom token``: tokens with which programs speak for the candidate over the REST API."""

from argparse import Namespace
from datetime import datetime

from . import house
from .exits import Exit, Stop
from .screen import safe


def token(options: Namespace) -> int:
    """Make a token, list them, or revoke one. Raises ``Stop`` when the action lacks its NAME or ID."""
    candidate = house.enter()
    from greenroom.practice import tokens

    if options.action == "new":
        print(tokens.make(candidate, _needed(options.what, "a name that says what it is for")))
    elif options.action == "revoke":
        tokens.revoke(candidate, _number(options.what))
        print("Revoked. Whatever used it gets a 401 from now on.")
    else:
        for card in tokens.shelf(candidate):
            state = f"revoked {_day(card.revoked_at)}" if card.revoked_at else f"last used {_day(card.used_at)}"
            print(safe(f"{card.id:>4}  {card.name}  (made {_day(card.made_at)}, {state})"))
    return Exit.DONE


def _needed(value: str, what: str) -> str:
    if not value.strip():
        raise Stop(f"This needs {what}.", Exit.USAGE)
    return value


def _number(value: str) -> int:
    if not value.isdecimal() or len(value) > 18:
        raise Stop("This needs the number of a token; `greenroom token list` shows them.", Exit.USAGE)
    return int(value)


def _day(moment: datetime | None) -> str:
    return f"{moment.astimezone():%Y-%m-%d}" if moment else "never"
