"""How work grows with the size of the input: what was measured, which order it speaks for, and whether that is allowed.

Time is never judged, only how it multiplies when the input doubles. n and n log n cannot be told apart by time, so they
count as one order; what is judged is the wide gap to the next (decision 0013).
"""

from collections.abc import Sequence
from math import log2
from statistics import fmean

from .exercise import Growth, Order
from .fact import fact

UPPER = 4  # the exponent is fitted on the sizes from the largest measured down to a quarter of it
FURTHER = 2  # doublings past the largest size, where work was too little until then
FEWEST = 3  # points that a fit needs
CLEAR = 0.2  # an exponent this far from the bar is not moved across it by a busy machine
_BAR = {Order.LINEAR: 1.5, Order.LINEARITHMIC: 1.5, Order.QUADRATIC: 2.5}
_ALLOWED = {Order.LINEAR: 1.1, Order.LINEARITHMIC: 1.1, Order.QUADRATIC: 2.0}  # what such work measures at common sizes
_LEEWAY = 0.2  # how far known solutions may move the bar


@fact
class Point:
    """The work at one size: seconds of processor time beyond an empty call with the same input."""

    size: int
    cpu_s: float


@fact
class Curve:
    """What a chart of growth needs: the points of the submission beside those of two known solutions.

    ``exponent`` is the slope of the upper points on logarithmic scales (work grows as size ** exponent), and
    ``fitted`` the order that it speaks for; both are None when the work was too small to tell. ``reference`` is the
    author's solution, ``slow`` the author's solution that is known to be too slow; either may be empty.
    """

    at_most: Order
    points: tuple[Point, ...]
    exponent: float | None = None
    fitted: Order | None = None
    reference: tuple[Point, ...] = ()
    slow: tuple[Point, ...] = ()


def sizes(growth: Growth) -> tuple[int, ...]:
    """Return the sizes to measure, each twice the one before."""
    found = [growth.smallest]
    while found[-1] * 2 <= growth.largest:
        found.append(found[-1] * 2)
    return tuple(found)


def beyond(growth: Growth) -> tuple[int, ...]:
    """Return the sizes past the author's largest at which work is sought that was too little to be measured so far."""
    return tuple(sizes(growth)[-1] << doubling for doubling in range(1, FURTHER + 1))


def upper(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points that are fitted: small sizes say more about what a call costs than about growth."""
    largest = max((point.size for point in points), default=0)
    return tuple(point for point in points if point.size * UPPER >= largest)


def exponent(points: Sequence[Point]) -> float | None:
    """Return e of work = c * size ** e, by least squares on logarithms; None for fewer than ``FEWEST`` points.

    Every point has to have used some time. See https://en.wikipedia.org/wiki/Simple_linear_regression.
    """
    fitted = upper(points)
    if len(fitted) < FEWEST:
        return None
    across = [log2(point.size) for point in fitted]
    up = [log2(point.cpu_s) for point in fitted]
    middle, height = fmean(across), fmean(up)
    shared = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return shared / sum((x - middle) ** 2 for x in across)


def bar(at_most: Order, reference: Sequence[Point] = (), slow: Sequence[Point] = ()) -> float:
    """Return the exponent above which work grows too fast: half way to the next order.

    Where the slow solution was measured on this machine, half way between the known solutions, within a small
    leeway: compiling while it runs, for example, flattens the curves of all programs in a language alike.
    """
    usual, above = _BAR[at_most], exponent(slow)
    if above is None:
        return usual
    below = exponent(reference)
    middle = ((_ALLOWED[at_most] if below is None else below) + above) / 2
    return min(max(middle, usual - _LEEWAY), usual + _LEEWAY)


def fitted(found: float) -> Order:
    """Return the order that an exponent speaks for; ``n log n`` stands for n too, ``n^2`` for all that is steeper."""
    return Order.LINEARITHMIC if found <= _BAR[Order.LINEARITHMIC] else Order.QUADRATIC


def jumped(before: Sequence[Point], least: Point, above: float) -> bool:
    """Say whether work that had not ended at ``least`` (a lower bound) grew faster than ``above`` since ``before``."""
    return any(
        log2(least.cpu_s / point.cpu_s) / log2(least.size / point.size) > above + CLEAR
        for point in upper((*before, least))
        if point.size < least.size
    )
