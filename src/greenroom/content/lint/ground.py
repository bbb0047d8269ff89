"""What a rule looks at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...core.guide import Company, Pair, Role
from ..document import Document
from ..library import Library
from ..shelf import Shelf

Layered = Document[Company] | Document[Role] | Document[Pair]


@dataclass(frozen=True)
class Ground:
    """The files as written (``shelf``), what is served of them (``library``), and the day (``today``)."""

    shelf: Shelf
    library: Library
    today: date


def layered(shelf: Shelf) -> Iterator[Layered]:
    """Yield the documents that carry a layer of a guide."""
    yield from shelf.of(Company)
    yield from shelf.of(Role)
    yield from shelf.of(Pair)
