"""How well a wording of a point fits a sentence: shares, order, distance and denial, weighed by a small model."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise

import numpy as np

LEAST_SHARE = 0.5  # of a wording's weight; below it the model is not asked
TELLING, CLOSE = 2.0, 0.5  # weight that such a wording has at least, and how far apart its words may stand
LITERALLY = 0.85  # share from which a listed wording counts as said, whatever the model says
LITERAL = 0.6  # the chance that it then has at least
ACROSS_LEAST = 0.8  # the same over two sentences
NAMES = ("constant", "share", "rare_share", "whole", "size", "order", "distance", "denied", "across", "own", "listens")
# As stems: "didn't" is cut to "didn", "nobody" to "nobod".
DENIALS = frozenset({"not", "no", "never", "without", "nobod", "didn", "don", "doesn", "hadn", "wasn", "neith"})
OTHERS = frozenset({"he", "she", "nobod", "someon", "manag"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems with weights, how rare each is, the weight that must be found, and whether it is the point's own text."""

    parts: tuple[tuple[str, float], ...]
    rare: tuple[float, ...]
    least: float
    own: bool

    def denies(self) -> bool:
        """True when the wording itself holds a denial; then one in the answer fits it."""
        return any(s in DENIALS for s, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Fit:
    """Features of one wording against one place of the answer, each 0..1 except ``size`` (weight found, up to 4)."""

    share: float
    rare: float
    size: float
    order: float
    distance: float
    denied: bool
    across: bool
    own: bool
    other: bool

    def row(self) -> tuple[float, ...]:
        """The features in the order of ``NAMES``."""
        return (1.0, self.share, self.rare, float(self.share > 0.99), min(self.size, 4.0) / 4, self.order,
                self.distance, float(self.denied), float(self.across), float(self.own), float(self.other))  # fmt: skip


def fit(phrase: Phrase, places: Mapping[str, int], here: Sequence[str], across: bool) -> Fit | None:
    """Fit a wording to the stems ``here`` (``places``: the first place of each); None when too little is there."""
    there = 0.0
    for root, weight in phrase.parts:
        if root in places:
            there += weight
    if there < phrase.least:
        return None  # as most are
    total = found = rare = rare_found = 0.0
    at: list[int] = []
    for (root, weight), rarity_of in zip(phrase.parts, phrase.rare, strict=True):
        total += weight
        rare += weight * rarity_of
        if root in places:
            found += weight
            rare_found += weight * rarity_of
            at.append(places[root])
    if found < phrase.least or found < LEAST_SHARE * total:
        return None
    low, high = min(at), max(at)
    rising = sum(a < b for a, b in pairwise(at))
    denied = not phrase.denies() and any(word in DENIALS for word in here[max(0, low - 2) : high + 1])
    return Fit(
        share=found / total,
        rare=rare_found / rare,
        size=found,
        order=rising / (len(at) - 1) if len(at) > 1 else 1.0,
        distance=min(1.0, max(0, high - low + 1 - len(at)) / 15),
        denied=denied,
        across=across,
        own=phrase.own,
        other=denied and any(word in OTHERS for word in here[max(0, low - 4) : high + 1]),
    )


def chance(fitted: Fit) -> float:
    """The chance that a reader would call the point mentioned."""
    if fitted.other:
        return 0.0
    score = sum(w * x for w, x in zip(weights()[0], fitted.row(), strict=True))
    found = 1 / (1 + math.exp(-score))
    whole = fitted.share > LITERALLY and fitted.size >= TELLING and fitted.distance < CLOSE
    return max(found, LITERAL) if whole and not (fitted.denied or fitted.own or fitted.across) else found


def rarity(root: str) -> float:
    """How rare a stem is in answers, 0..1; unknown stems are rare."""
    return weights()[1].get(root, 1.0)


@cache
def weights() -> tuple[tuple[float, ...], dict[str, float]]:
    """Load the model's weights and the rarity of stems."""
    with as_file(files(__package__).joinpath("weights/points.npz")) as path, np.load(path) as held:
        stems = str(held["stems"]).split("\n")
        return tuple(map(float, held["weights"])), dict(zip(stems, map(float, held["rarity"]), strict=True))
