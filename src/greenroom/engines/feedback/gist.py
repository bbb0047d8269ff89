"""The gist of points: how much each stem speaks for a point, taken from all its wordings together.

A wording that is listed is found word for word (``fitting.py``). The gist finds what is said in other words: a stem
speaks for a point the more of its wordings hold it, the fewer points of the library do, and the less the other points
of the same rubric do.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

GENERAL = 0.5  # weight of a general word beside one with content
SIBLINGS = 0.7  # how much the wordings of the rubric's other points count against a stem
LEAST = 0.7  # sum of weights below which nobody would call a point mentioned


@dataclass(frozen=True, slots=True)
class Gists:
    """For all points of a rubric, by their place: the weight of stems, and the pairs that stand side by side."""

    weights: Mapping[str, Sequence[tuple[int, float]]]
    pairs: Mapping[tuple[str, str], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a place of the answer tells of one point: the weights found, the largest first, and those of the rival.

    ``rival`` is the sum for that other point of the rubric which fits the place best; ``pairs`` counts stems that
    stand side by side in a wording too.
    """

    weights: tuple[float, ...]
    rival: float
    pairs: int

    @property
    def total(self) -> float:
        """Sum of the weights found."""
        return sum(self.weights)


def gists(wordings: Sequence[Sequence[Sequence[str]]], spread: Callable[[str], float], light: frozenset[str]) -> Gists:
    """Take the gists from the stems of every wording of every point. ``spread``: how few points hold a stem, 0..1."""
    counts = [Counter(root for wording in point for root in set(wording)) for point in wordings]
    every: Counter[str] = Counter()
    for count in counts:
        every.update(count)
    weights: dict[str, list[tuple[int, float]]] = {}
    pairs: dict[tuple[str, str], set[int]] = {}
    for place, (point, count) in enumerate(zip(wordings, counts, strict=True)):
        for root, n in count.items():
            own = n / (n + SIBLINGS * (every[root] - n)) * n / (n + 1)
            weights.setdefault(root, []).append((place, own * spread(root) * (GENERAL if root in light else 1.0)))
        for pair in {pair for wording in point for pair in pairwise(wording)}:
            pairs.setdefault(pair, set()).add(place)
    return Gists(weights, {pair: frozenset(places) for pair, places in pairs.items()})


def weigh(here: Sequence[str], held: Gists) -> dict[int, dict[str, float]]:
    """The weights of the stems ``here`` by point."""
    found: dict[int, dict[str, float]] = {}
    known = held.weights
    for root in dict.fromkeys(here):
        if root in known:
            for place, weight in known[root]:
                if place in found:
                    found[place][root] = weight
                else:
                    found[place] = {root: weight}
    return found


def told(
    here: Sequence[str], weighed: Mapping[int, Mapping[str, float]], held: Gists, wanted: Collection[int]
) -> dict[int, Told]:
    """What the stems ``here`` tell of each point, ``weighed`` before; of those not ``wanted`` what is worth a look."""
    sums = {place: sum(weights.values()) for place, weights in weighed.items()}
    some = [place for place, total in sums.items() if total >= LEAST or place in wanted]
    if not some:
        return {}
    first, second = _two_best(sums.values())
    beside = dict.fromkeys(some, 0)
    for pair in set(pairwise(here)):
        for place in held.pairs.get(pair, ()):
            if place in beside:
                beside[place] += 1
    return {
        place: Told(
            tuple(sorted(weighed[place].values(), reverse=True)),
            second if sums[place] == first else first,
            beside[place],
        )
        for place in sorted(some)
    }


def _two_best(sums: Iterable[float]) -> tuple[float, float]:
    ordered = sorted(sums, reverse=True)
    return ordered[0], ordered[1] if len(ordered) > 1 else 0.0
