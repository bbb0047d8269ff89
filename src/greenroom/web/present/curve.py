"""The growth curve: measured work beside n, n log n and n², on logarithmic scales, as numbers for a template."""

from collections.abc import Callable, Sequence
from math import log2
from types import SimpleNamespace

from greenroom.core.exercise import Order
from greenroom.core.growth import Curve, Point, upper

WIDTH, HEIGHT = 520, 260  # of the drawing, in its own units; the page scales it
LEFT, RIGHT, TOP, BOTTOM = 58, 74, 14, 34
ORDERS: tuple[tuple[str, str, Callable[[float], float]], ...] = (
    ("n", "n", lambda n: n),
    ("nlogn", "n log n", lambda n: n * log2(max(n, 2))),
    ("n2", "n²", lambda n: n * n),
)
WORDS = {Order.LINEAR: "n", Order.LINEARITHMIC: "n or n log n", Order.QUADRATIC: "n² or steeper"}
APART = 11  # between two names at the right edge


def curve_view(curve: Curve) -> SimpleNamespace | None:
    """Place ``curve`` on a drawing; None when nothing was measured. Both axes double from line to line.

    The three orders go through the first point that is fitted: what rises more steeply from there grows faster.
    """
    points = [point for point in curve.points if point.cpu_s > 0]
    if not points:
        return None
    guides = [(key, name, _through(order, points)) for key, name, order in ORDERS]
    known = [point for point in curve.reference if point.cpu_s > 0]
    place = _Place([*points, *known, *(p for _, _, line in guides for p in line)])
    return SimpleNamespace(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=WIDTH - RIGHT,
        bottom=HEIGHT - BOTTOM,
        label_y=HEIGHT - BOTTOM + 16,
        sizes=[SimpleNamespace(x=place.x(p.size), size=f"{p.size:,}") for p in _spread(points)],
        works=[SimpleNamespace(y=place.y(work), work=_seconds(work)) for work in place.steps()],
        guides=_named([(key, name, place.line(line), place.y(line[-1].cpu_s)) for key, name, line in guides]),
        line=place.line(points),
        dots=[SimpleNamespace(x=place.x(p.size), y=place.y(p.cpu_s), says=_says(p)) for p in points],
        reference=place.line(curve.reference),
        rows=[SimpleNamespace(size=f"{p.size:,}", work=_seconds(p.cpu_s)) for p in points],
        allowed=WORDS[curve.at_most] if curve.at_most is not Order.LINEARITHMIC else "n log n",
        fitted=WORDS[curve.fitted] if curve.fitted else "",
        exponent=f"{curve.exponent:.2f}" if curve.exponent is not None else "",
        told="; ".join(_says(p) for p in points),
    )


class _Place:
    """Where a size and a work stand on the drawing."""

    def __init__(self, points: Sequence[Point]) -> None:
        across, up = [log2(p.size) for p in points], [log2(p.cpu_s) for p in points]
        self._left, self._right = min(across), max(max(across), min(across) + 1)
        self._low, self._high = min(up), max(max(up), min(up) + 1)

    def x(self, size: int) -> float:
        share = (log2(size) - self._left) / (self._right - self._left)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, work: float) -> float:
        share = (log2(work) - self._low) / (self._high - self._low)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)

    def line(self, points: Sequence[Point]) -> str:
        return " ".join(f"{self.x(p.size)},{self.y(p.cpu_s)}" for p in points if p.cpu_s > 0)

    def steps(self) -> list[float]:
        """Return the powers of ten of a second that lie on the drawing."""
        return [10.0**n for n in range(-7, 4) if self._low <= log2(10.0**n) <= self._high]


def _through(order: Callable[[float], float], points: Sequence[Point]) -> list[Point]:
    first = upper(points)[0]
    scale = first.cpu_s / order(first.size)
    return [Point(size=p.size, cpu_s=scale * order(p.size)) for p in points]


def _spread(points: Sequence[Point]) -> Sequence[Point]:
    """Return every point, or every second one when they would stand too close for their labels."""
    return points if len(points) <= 6 else points[:: -(-len(points) // 6)]


def _named(guides: list[tuple[str, str, str, float]]) -> list[SimpleNamespace]:
    """Return the guide lines; their names keep apart at the right edge."""
    found, above = [], HEIGHT + APART
    for key, name, line, y in guides:
        above = min(y + 4, above - APART)
        found.append(SimpleNamespace(key=key, name=name, line=line, x=WIDTH - RIGHT + 6, y=round(above, 1)))
    return found


def _says(point: Point) -> str:
    return f"{point.size:,} in {_seconds(point.cpu_s)}"


def _seconds(work: float) -> str:
    if work >= 1:
        return f"{work:.3g} s"
    return f"{work * 1000:.3g} ms" if work >= 0.001 else f"{work * 1_000_000:.3g} µs"
