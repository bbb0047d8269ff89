"""The growth curve: what grows faster stands higher, and all of it stays on the drawing."""

import re

from greenroom.core.exercise import Order
from greenroom.core.growth import Curve, Point
from greenroom.web.present.curve import HEIGHT, WIDTH, curve_view

SIZES = (500, 1000, 2000, 4000, 8000)


def curve(work, **more):
    points = tuple(Point(size=size, cpu_s=work(size)) for size in SIZES)
    return Curve(at_most=Order.LINEARITHMIC, points=points, exponent=2.0, fitted=Order.QUADRATIC, **more)


def test_a_point_stands_for_each_size_and_more_work_stands_higher():
    drawn = curve_view(curve(lambda n: n * n * 1e-9))
    assert len(drawn.dots) == len(SIZES)
    assert [dot.y for dot in drawn.dots] == sorted((dot.y for dot in drawn.dots), reverse=True)


def test_quadratic_work_lies_on_the_line_of_n_squared():
    drawn = curve_view(curve(lambda n: n * n * 1e-9))
    squared = next(guide for guide in drawn.guides if guide.key == "n2")
    assert squared.line == drawn.line


def test_everything_stays_on_the_drawing():
    known = tuple(Point(size=size, cpu_s=1e-6 * size) for size in SIZES)
    drawn = curve_view(curve(lambda n: 3.0 * n, reference=known, slow=known))
    lines = [drawn.line, drawn.reference, *(guide.line for guide in drawn.guides)]
    for x, y in re.findall(r"([\d.-]+),([\d.-]+)", " ".join(lines)):
        assert 0 <= float(x) <= WIDTH
        assert 0 <= float(y) <= HEIGHT


def test_it_is_told_in_words_too():
    drawn = curve_view(curve(lambda n: n * 1e-6))
    assert drawn.told.startswith("500 in 500 µs; 1,000 in 1 ms")
    assert drawn.allowed == "n log n"


def test_nothing_measured_is_nothing_drawn():
    assert curve_view(Curve(at_most=Order.LINEAR, points=())) is None


def test_work_below_the_clock_is_left_out_of_the_line():
    points = (Point(size=1, cpu_s=0.0), Point(size=2, cpu_s=0.001))
    assert len(curve_view(Curve(at_most=Order.LINEAR, points=points)).dots) == 1
