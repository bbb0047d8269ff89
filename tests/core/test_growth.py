"""The pure parts of growth: sizes, fit, bar. No clock is read here."""

from itertools import pairwise
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as some

from greenroom.core.exercise import Growth, Order
from greenroom.core.growth import CLEAR, FEWEST, UPPER, Point, bar, exponent, fitted, jumped, sizes, upper

SMALL = some.floats(1e-7, 1e-3)  # seconds that one item costs
STARTS = some.integers(10, 5000)
BUSY = some.lists(some.floats(1.0, 1.25), min_size=7, max_size=7)  # what other work on the machine adds, at the least


def curve(work, start: int, noise=(1.0,) * 7) -> tuple[Point, ...]:
    return tuple(Point(size=start << i, cpu_s=work(start << i) * noise[i]) for i in range(7))


@given(STARTS, some.integers(1, 10**6))
def test_sizes_double_and_stay_within(smallest: int, more: int) -> None:
    found = sizes(Growth(smallest=smallest, largest=smallest + more))
    assert found[0] == smallest
    assert all(later == 2 * earlier for earlier, later in pairwise(found))
    assert found[-1] <= smallest + more < found[-1] * 2


@given(STARTS, SMALL, some.floats(0.2, 4.0))
def test_it_finds_the_exponent_of_a_power(start: int, unit: float, power: float) -> None:
    found = exponent(curve(lambda n: unit * n**power, start))
    assert found == pytest.approx(power, abs=1e-6)


@given(STARTS, SMALL, BUSY)
def test_n_log_n_passes_where_n_squared_does_not_on_a_busy_machine(start: int, unit: float, noise: list[float]) -> None:
    for allowed in (Order.LINEAR, Order.LINEARITHMIC):
        for work in (lambda n: unit * n, lambda n: unit * n * log2(n)):
            assert (exponent(curve(work, start, noise)) or 9) < bar(allowed)
        assert (exponent(curve(lambda n: unit * n * n, start, noise)) or 0) > bar(allowed)
    assert (exponent(curve(lambda n: unit * n * n, start, noise)) or 9) < bar(Order.QUADRATIC)
    assert (exponent(curve(lambda n: unit * n**3, start, noise)) or 0) > bar(Order.QUADRATIC)


@given(some.floats(0.5, 2.5), some.floats(0.5, 4.0), some.sampled_from(list(Order)))
def test_known_solutions_move_the_bar_a_little_and_no_further(low: float, high: float, allowed: Order) -> None:
    moved = bar(allowed, curve(lambda n: n**low, 10), curve(lambda n: n**high, 10))
    assert abs(moved - bar(allowed)) <= 0.2 + 1e-9


def test_the_bar_lies_between_the_known_solutions_when_both_are_as_they_should_be() -> None:
    assert bar(Order.LINEAR, curve(lambda n: n**0.9, 10), curve(lambda n: n**1.8, 10)) == pytest.approx(1.35)
    assert bar(Order.LINEAR, (), curve(lambda n: n**1.7, 10)) == pytest.approx(1.4)


@given(some.integers(0, FEWEST - 1))
def test_too_few_points_say_nothing(count: int) -> None:
    assert exponent(curve(float, 10)[:count]) is None


@given(STARTS)
def test_small_sizes_are_left_out_of_the_fit(start: int) -> None:
    points = curve(lambda n: 1.0 if n < start << 4 else n**2.0, start)
    assert len(upper(points)) == log2(UPPER) + 1
    assert exponent(points) == pytest.approx(2.0)


@pytest.mark.parametrize(
    "found, order",
    [(0.1, Order.LINEARITHMIC), (1.2, Order.LINEARITHMIC), (1.9, Order.QUADRATIC), (3.0, Order.QUADRATIC)],
)
def test_it_names_the_order(found: float, order: Order) -> None:
    assert fitted(found) is order


@given(STARTS, some.floats(0.003, 1.0))
def test_work_that_did_not_end_has_jumped_only_when_even_its_lower_bound_is_steep(start: int, before: float) -> None:
    passed = (Point(size=start, cpu_s=before),)
    steep = Point(size=2 * start, cpu_s=before * 2 ** (1.5 + 2 * CLEAR))
    flat = Point(size=2 * start, cpu_s=before * 2 ** (1.5 + CLEAR / 2))
    assert jumped(passed, steep, 1.5)
    assert not jumped(passed, flat, 1.5)
    assert not jumped((), steep, 1.5)
