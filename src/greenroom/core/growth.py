"""How work grows with the size of the input: what was measured, and which order it speaks for."""

from .exercise import Order
from .fact import fact


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
