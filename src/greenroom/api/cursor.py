"""Cursors: opaque to the caller, so that the way of paging can change without breaking anybody."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import TypeVar

from greenroom.practice.errors import NotHere

T = TypeVar("T")


def page(items: Sequence[T], key: Callable[[T], str], cursor: str | None, limit: int) -> tuple[list[T], str | None]:
    """Return at most ``limit`` items after the one that ``cursor`` names, and the cursor of the next page or None.

    The cursor names the last item sent, not a position, so that items that come or go before it shift nothing.
    Raises ``NotHere`` when the cursor names no item of the list.
    """
    start = 0
    if cursor:
        name = unseal(cursor)
        places = [n for n, item in enumerate(items) if key(item) == name]
        if not places:
            raise NotHere("This cursor names nothing that is here. Begin again without one.")
        start = places[0] + 1
    found = list(items[start : start + limit])
    more = start + limit < len(items)
    return found, seal(key(found[-1])) if more and found else None


def seal(name: str) -> str:
    """Return the cursor of the item called ``name``."""
    return base64.urlsafe_b64encode(name.encode()).decode().rstrip("=")


def unseal(cursor: str) -> str:
    """Return the name of the item. Raises ``NotHere`` when the cursor is none of ours."""
    try:
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, ValueError):
        raise NotHere("This cursor names nothing that is here. Begin again without one.") from None
