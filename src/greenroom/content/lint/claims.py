"""Rules for what a guide says: every claim has a source, and every source is fresh and used."""

from collections.abc import Iterator

from ...codec import Path
from ...core.guide import Passage, Pay
from ..fault import Fault
from ..shelf import Shelf
from ..walk import inside
from .ground import Ground, Layered, layered


def passages(shelf: Shelf) -> Iterator[tuple[Layered, Path, Passage]]:
    """Yield every passage with its document and its place."""
    for document in layered(shelf):
        for path, passage in inside(document.value, Passage):
            yield document, path, passage


def one_voice(ground: Ground) -> Iterator[Fault]:
    """A passage is exactly one of a claim, advice and a gap."""
    for document, path, passage in passages(ground.shelf):
        voices = [name for name in ("say", "advice", "unknown") if getattr(passage, name).strip()]
        if len(voices) != 1:
            message = f"has {' and '.join(voices)}" if voices else "says nothing"
            yield document.fault(path, "passage-voice", message, "write exactly one of say, advice and unknown")


def sourced(ground: Ground) -> Iterator[Fault]:
    """A claim names a source of its own file."""
    for document, path, passage in passages(ground.shelf):
        if not passage.say:
            continue
        if not passage.source:
            mend = "add source, or write it as advice or unknown"
            yield document.fault(path, "unsourced-claim", "says something without a source", mend)
        elif passage.source not in document.value.layer.sources:
            mend = "use a key that stands under sources in this file"
            yield document.fault((*path, "source"), "unknown-source", f"no source has the key {passage.source}", mend)


def confident(ground: Ground) -> Iterator[Fault]:
    """A claim says how far it can be relied on; nothing else does."""
    for document, path, passage in passages(ground.shelf):
        if passage.say and passage.confidence is None:
            yield document.fault(path, "no-confidence", "is a claim without confidence", "add high, medium or low")
        elif not passage.say and (passage.confidence or passage.source or passage.disputed):
            mend = "take out source, confidence and disputed, or write it as say"
            yield document.fault(path, "sourced-advice", "has a source or confidence but claims nothing", mend)


def fresh(ground: Ground) -> Iterator[Fault]:
    """No source was last read longer ago than its kind may be believed, or on a day that has not come."""
    for document in layered(ground.shelf):
        for key, source in document.value.layer.sources.items():
            path = ("layer", "sources", key, "read")
            if source.stale(ground.today):
                mend = "read it again, correct what it bears, and set read to that day"
                yield document.fault(path, "stale-source", f"was last read on {source.read}", mend)
            elif source.read > ground.today:
                mend = "write the day on which it was read"
                yield document.fault(path, "future-source", f"{source.read} has not come yet", mend)


def used(ground: Ground) -> Iterator[Fault]:
    """Every source bears at least one claim or figure."""
    for document in layered(ground.shelf):
        cited = {passage.source for _, passage in inside(document.value, Passage)}
        cited |= {pay.source for _, pay in inside(document.value, Pay)}
        for key in document.value.layer.sources:
            if key not in cited:
                mend = "cite it where it bears a claim, or take it out"
                yield document.fault(("layer", "sources", key), "unused-source", "bears no claim", mend)


def checked(ground: Ground) -> Iterator[Fault]:
    """Nothing was checked on a day that has not come."""
    for document in layered(ground.shelf):
        if document.value.checked > ground.today:
            mend = "write the day on which the file was last held against its sources"
            yield document.fault(("checked",), "future-check", f"{document.value.checked} has not come yet", mend)


RULES = (one_voice, sourced, confident, fresh, used, checked)
