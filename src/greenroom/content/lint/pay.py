"""Rules for money: a figure without its place, year, basis and source says nothing."""

from collections.abc import Iterator

from ...codec import Path
from ...core.guide import Pay
from ..fault import Fault
from .ground import Ground, Layered, layered

TOLD = {
    "place": "say where it is paid",
    "year": "say for which year it holds",
    "basis": "say what kind of figure it is, such as advertised base",
    "currency": "write the three letters of the currency, such as EUR",
    "source": "name a key that stands under sources in this file",
}


def _pays(ground: Ground) -> Iterator[tuple[Layered, Path, Pay]]:
    for document in layered(ground.shelf):
        for position, pay in enumerate(document.value.layer.pay):
            yield document, ("layer", "pay", position), pay


def told(ground: Ground) -> Iterator[Fault]:
    """Each figure says where, when, of what kind, in what money and by whom."""
    for document, path, pay in _pays(ground):
        for name, mend in TOLD.items():
            if not getattr(pay, name).strip():
                yield document.fault((*path, name), "bare-pay", f"has no {name}", mend)
        if pay.source.strip() and pay.source not in document.value.layer.sources:
            message = f"no source has the key {pay.source}"
            yield document.fault((*path, "source"), "unknown-source", message, TOLD["source"])


def ordered(ground: Ground) -> Iterator[Fault]:
    """There is at least one figure, none below zero, and they rise from low to high."""
    for document, path, pay in _pays(ground):
        figures = [figure for figure in (pay.low, pay.middle, pay.high) if figure is not None]
        if not figures:
            yield document.fault(path, "no-figure", "gives no figure", "add low, middle or high, or take it out")
        elif figures != sorted(figures) or figures[0] <= 0:
            mend = "put the smallest in low and the largest in high, in whole units a year"
            yield document.fault(path, "pay-order", f"does not rise from low to high: {figures}", mend)


RULES = (told, ordered)
