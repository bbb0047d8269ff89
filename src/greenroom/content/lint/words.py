"""Rules for words that must not stand in content."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from ...codec import Path
from ...core.guide import Company, Pair, Pay
from ..document import Document
from ..fault import Fault
from ..walk import everything, inside, texts
from .ground import Ground

PLACEHOLDER = re.compile(r"\b(?:TBD|TODO|FIXME|XXX|(?i:lorem ipsum|coming soon|to be written))\b")
OUTSIDE = re.compile(r"(?<![\w/.:-])(?:\.\./|facts/\w)")

# Figures that an older page gave for Stripe and that better sources contradict, or nobody confirms.
DOUBTED_AT = "stripe"
DOUBTED = re.compile(
    r"(?<![\d,.])(?:3,?500|26,?000|38,?000|42,?000|65,?000|110,?000|(?:26|38|42|65|110)k|4\.6(?= ?/ ?5| out of))"
    r"(?!\w|[,.]\d)"
)
DOUBTED_GBP = frozenset({26_000, 38_000, 42_000, 65_000, 110_000})


def prose(document: Document[Any]) -> Iterator[tuple[Path, str]]:
    """Yield the texts of a document that readers meet; where a source lies is not among them."""
    return ((path, text) for path, text in texts(document.value) if path[:2] != ("layer", "sources"))


def finished(ground: Ground) -> Iterator[Fault]:
    """No text is a promise to write one."""
    for document in ground.shelf.documents:
        for path, text in texts(document.value):
            found = PLACEHOLDER.search(text)
            if found:
                yield document.fault(path, "placeholder", f"has {found[0]!r} in it", "write the text, or take it out")


def filled(ground: Ground) -> Iterator[Fault]:
    """No text that must be there is blank."""
    for document in ground.shelf.documents:
        for path, value in everything(document.value):
            for place in _blank(value):
                yield document.fault((*path, place), "blank", "is blank", "write its text")


def _blank(value: object) -> Iterator[str | int]:
    if isinstance(value, tuple):
        yield from (at for at, item in enumerate(value) if isinstance(item, str) and not item.strip())
    elif is_dataclass(value) and not isinstance(value, Pay):  # money has a rule of its own
        for field in fields(value):
            text = getattr(value, field.name)
            needed = field.default is MISSING and field.default_factory is MISSING
            if needed and isinstance(text, str) and not text.strip():
                yield field.name


def not_doubted(ground: Ground) -> Iterator[Fault]:
    """Doubted figures stand in a Stripe file only where they are said to be disputed."""
    mend = "leave the figure out, or give it under disputed beside what the better source says"
    for document in _of_company(ground, DOUBTED_AT):
        for path, text in prose(document):
            found = DOUBTED.search(text)
            if found and path[-1] != "disputed":
                yield document.fault(path, "doubted-figure", f"repeats {found[0]} as a fact", mend)
        for path, pay in inside(document.value, Pay):
            if pay.currency == "GBP" and DOUBTED_GBP & {pay.low, pay.middle, pay.high}:
                yield document.fault(path, "doubted-figure", "repeats a figure that nobody confirms", mend)


def own_company(ground: Ground) -> Iterator[Fault]:
    """A company's files speak of that company: text copied from another's is found by its name."""
    names = {document.value.slug: document.value.name for document in ground.shelf.of(Company)}
    for slug, own in names.items():
        others = {re.escape(name) for other, name in names.items() if other != slug}
        found_name = re.compile(rf"\b(?:{'|'.join(sorted(others))})\b") if others else None
        for document in _of_company(ground, slug):
            for path, text in prose(document):
                found = found_name.search(text) if found_name else None
                if found:
                    mend = f"say it of {own}, or without the other name"
                    yield document.fault(path, "other-company", f"speaks of {found[0]}", mend)


def _of_company(ground: Ground, slug: str) -> Iterator[Document[Company] | Document[Pair]]:
    yield from (document for document in ground.shelf.of(Company) if document.value.slug == slug)
    yield from (document for document in ground.shelf.of(Pair) if document.value.company == slug)


def inside_only(ground: Ground) -> Iterator[Fault]:
    """No text points at a file that readers do not have."""
    for document in ground.shelf.documents:
        for path, text in prose(document):
            found = OUTSIDE.search(text)
            if found:
                mend = "name what it is, not where it lay"
                yield document.fault(path, "outside-path", f"names a file outside the library ({found[0]}...)", mend)


RULES = (finished, filled, not_doubted, own_company, inside_only)
