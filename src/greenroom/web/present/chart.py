"""A chart of bands over tries, as numbers that a template draws as SVG."""

from collections.abc import Sequence
from types import SimpleNamespace

WIDTH, HEIGHT = 320, 92  # of the drawing, in its own units; the page scales it
LEFT, RIGHT, TOP, STEP = 22, 10, 8, 19  # margins, and the height of one band
FURTHEST = 64  # between two tries, so that two tries do not stand at opposite ends


def chart(bands: Sequence[int | None]) -> SimpleNamespace:
    """Place ``bands`` (1 to 5, oldest first; None for a try that was not scored) on a drawing.

    ``grid`` holds the five lines (y, band), ``dots`` the scored tries (x, y, band, try_number), ``line`` the points
    of a polyline through them, ``gaps`` the x of tries without a mark.
    """
    between = min((WIDTH - LEFT - RIGHT) / max(len(bands) - 1, 1), FURTHEST)
    places = [(round(LEFT + n * between, 1), band, n + 1) for n, band in enumerate(bands)]
    dots = [SimpleNamespace(x=x, y=_height(band), band=band, try_number=n) for x, band, n in places if band]
    return SimpleNamespace(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=WIDTH - RIGHT,
        grid=[SimpleNamespace(y=_height(band), band=band) for band in range(1, 6)],
        dots=dots,
        line=" ".join(f"{dot.x},{dot.y}" for dot in dots),
        gaps=[x for x, band, _ in places if not band],
    )


def _height(band: int) -> int:
    return TOP + (5 - band) * STEP
