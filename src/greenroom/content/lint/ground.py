"""What a rule looks at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...core.exercise import Exercise
from ...core.guide import Company, Pair, Role
from ..document import Document
from ..library import Library
from ..shelf import Shelf

Layered = Document[Company] | Document[Role] | Document[Pair]


@dataclass(frozen=True)
class Ground:
    """The files as written (``shelf``), what is served of them (``library``), and the day (``today``).

    ``exercises`` (code) and ``queries`` (SQL) are whole, with cases and sources;
    those on the shelf have their prose alone.
    """

    shelf: Shelf
    library: Library
    today: date
    exercises: tuple[Document[Exercise], ...] = ()
    queries: tuple[Document[Exercise], ...] = ()


def layered(shelf: Shelf) -> Iterator[Layered]:
    """Yield the documents that carry a layer of a guide."""
    yield from shelf.of(Company)
    yield from shelf.of(Role)
    yield from shelf.of(Pair)
