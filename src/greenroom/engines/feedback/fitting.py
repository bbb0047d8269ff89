"""How well a place of the answer fits a point: its best wording and its gist, weighed by a small model."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise

import numpy as np

from .gist import Told

LEAST_SHARE = 0.5  # of a wording's weight; below it the wording is not there
TELLING, CLOSE = 2.0, 0.5  # weight that such a wording has at least, and how far apart its words may stand
LITERALLY = 0.85  # share from which a listed wording counts as said, whatever the model says
LITERAL = 0.6  # the chance that it then has at least
ACROSS_LEAST = 0.8  # share of a wording that two sentences must hold
NAMES = ("constant", "share", "rare_share", "whole", "size", "order", "distance", "denied", "turned", "own", "across",
         "told", "strongest", "second", "third", "stems", "margin", "density", "pairs", "words",
         "lacks")  # fmt: skip
# As stems: "didn't" is cut to "didn", "nobody" to "nobod", "nothing" to "noth".
DENIALS = frozenset(
    "not no never without nobod noth none didn don doesn hadn wasn isn aren weren won cannot neith".split()
)
OTHERS = frozenset({"he", "she", "nobod", "someon", "manag"})
LACKS = frozenset({"nobod", "noth", "never", "didn", "haven", "hadn", "wasn", "weren", "isn", "neith"})
BEFORE_NOT = frozenset({"did", "do", "hav", "had", "know", "be", "yet"})  # "we had no", "it was not"; but "it cannot"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems with weights, how rare each is, the weight that must be found, and whether it is the point's own text."""

    parts: tuple[tuple[str, float], ...]
    rare: tuple[float, ...]
    least: float
    own: bool
    denies: bool  # the wording itself holds a denial; then one in the answer fits it, and none turns it round


@dataclass(frozen=True, slots=True)
class Fit:
    """One wording against one place of the answer, each 0..1 except ``size`` (weight found)."""

    share: float
    rare: float
    size: float
    order: float
    distance: float
    denied: bool
    turned: bool
    own: bool
    other: bool

    @property
    def rank(self) -> float:
        """How good a wording fits beside the others of its point."""
        return self.share + 0.15 * self.size - 0.5 * (self.distance + self.denied + self.turned) - 0.3 * self.own

    def row(self) -> tuple[float, ...]:
        """Features, as ``NAMES`` has them after the constant."""
        return (self.share, self.rare, float(self.share > 0.99), min(self.size, 4.0) / 4, self.order, self.distance,
                float(self.denied), float(self.turned), float(self.own))  # fmt: skip


NO_WORDING = (0.0,) * 9


def fit(phrase: Phrase, places: Mapping[str, int], here: Sequence[str]) -> Fit | None:
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
    denied = not phrase.denies and any(word in DENIALS for word in here[max(0, low - 2) : high + 1])
    return Fit(
        share=found / total,
        rare=rare_found / rare if rare else 0.0,
        size=found,
        order=rising / (len(at) - 1) if len(at) > 1 else 1.0,
        distance=min(1.0, max(0, high - low + 1 - len(at)) / 15),
        denied=denied,
        turned=phrase.denies and not any(word in DENIALS for word in here),
        own=phrase.own,
        other=denied and any(word in OTHERS for word in here[max(0, low - 4) : high + 1]),
    )


@dataclass(frozen=True, slots=True)
class Shape:
    """What does not depend on the point: the number of words and of different stems, and the words of a denial."""

    words: int
    stems: int
    lacks: tuple[str, ...]

    @classmethod
    def of(cls, here: Sequence[str], stems: int) -> "Shape":
        """Look at the stems of one place."""
        lacks = [b for a, b in pairwise(("", *here)) if b in LACKS or (b in {"not", "no"} and a in BEFORE_NOT)]
        return cls(len(here), stems, tuple(lacks))


def row(fitted: Fit | None, said: Told, shape: Shape, across: bool, owned: frozenset[str]) -> tuple[float, ...]:
    """All features in the order of ``NAMES``. ``owned``: stems of the point, among which a denial belongs to it."""
    total = said.total
    strongest, second, third, *_ = (*said.weights, 0.0, 0.0, 0.0)
    lacks = any(root not in owned for root in shape.lacks)
    return (
        1.0, *(fitted.row() if fitted else NO_WORDING), float(across), math.log1p(total), strongest, second, third,
        min(len(said.weights), 6) / 6, math.log1p(total) - math.log1p(said.rival), total / max(4, shape.stems),
        min(said.pairs, 3) / 3, math.log(max(3, shape.words)), float(lacks),
    )  # fmt: skip


def chance(features: Sequence[float], fitted: Fit | None, across: bool) -> float:
    """The chance that a reader would call the point mentioned."""
    if fitted and fitted.other:
        return 0.0
    score = sum(map(float.__mul__, weights()[0], features))
    found = 1 / (1 + math.exp(-score))
    if fitted is None or fitted.denied or fitted.turned or fitted.own or across:
        return found
    whole = fitted.share > LITERALLY and fitted.size >= TELLING and fitted.distance < CLOSE
    return max(found, LITERAL) if whole else found


def rarity(root: str) -> float:
    """How rare a stem is in answers, 0..1; unknown stems are rare."""
    return weights()[1].get(root, 1.0)


def spread(root: str) -> float:
    """How few points of the library hold a stem, 0..1; a stem of no point is of few."""
    return weights()[2].get(root, 1.0)


@cache
def weights() -> tuple[tuple[float, ...], dict[str, float], dict[str, float]]:
    """Load the model's weights, the rarity of stems in answers, and their spread over points."""
    with as_file(files(__package__).joinpath("weights/points.npz")) as path, np.load(path) as held:
        tables = [_table(held[name], held[values]) for name, values in (("stems", "rarity"), ("roots", "spread"))]
        return tuple(map(float, held["weights"])), tables[0], tables[1]


def _table(names: np.ndarray, values: np.ndarray) -> dict[str, float]:
    return dict(zip(str(names).split("\n"), map(float, values), strict=True))
