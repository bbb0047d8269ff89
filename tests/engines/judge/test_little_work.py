"""Growth where the author's sizes ask for too little work: the judge goes on, and takes from there only a figure."""

import json
from dataclasses import dataclass, field

import pytest

from greenroom.core.case import Case
from greenroom.core.exercise import Growth, Order
from greenroom.core.growth import Point, beyond, sizes
from greenroom.core.outcome import CaseResult
from greenroom.core.verdict import Verdict
from greenroom.engines.judge.content_fault import ContentFault
from greenroom.engines.judge.growing import grown
from greenroom.engines.judge.measuring import Input
from greenroom.sandbox import Order as Call
from greenroom.sandbox import Ran

from .given import calling, part_of

GROWTH = Growth(at_most=Order.LINEARITHMIC, smallest=100, largest=800)
PART = part_of(calling(Case(id="one", args=(1,), returns=1)), growth=GROWTH, make="made elsewhere")
EMPTY_S = 0.004


@dataclass
class Known:
    """A yardstick of an exercise whose input is its size; ``last`` is the largest that can be made."""

    last: int = 1 << 20
    growth: Growth = GROWTH
    part = PART

    def at(self, size: int) -> tuple[Input, object]:
        if size > self.last:
            raise ContentFault(f"make({size}) gave no list of arguments")
        return Input(size=size, call=json.dumps([size]).encode(), empty_s=EMPTY_S), size

    def reference(self) -> tuple[Point, ...]:
        return ()

    def slow(self) -> tuple[Point, ...]:
        return ()


@dataclass
class Jail:
    """A submission that needs ``each`` seconds for each item, and more than it may have of memory from ``full`` on."""

    each: float
    full: int = 1 << 20
    asked: list[int] = field(default_factory=list)

    def run(self, order: Call) -> Ran:
        (size,) = json.loads(order.call)
        self.asked.append(size)
        whole = size < self.full
        return Ran(
            stdout=b"", stderr=b"", result=json.dumps({"value": size}).encode() if whole else b"",
            code=0 if whole else None, signal=0 if whole else 9, cpu_s=EMPTY_S + self.each * size,
            wall_s=1.0, memory_kb=1, limit="", flooded=(),
        )  # fmt: skip


def judged(jail: Jail, known: Known | None = None) -> CaseResult:
    return grown(jail, known or Known(), 1, lambda *said: True)  # type: ignore[arg-type]


def test_it_goes_past_the_largest_size_until_three_sizes_took_work() -> None:
    jail = Jail(each=1e-5)  # 8 ms at the largest size, 4 ms below it: two points of the three that are needed
    result = judged(jail)
    assert max(jail.asked) == 1600
    assert result.curve is not None
    assert [point.size for point in result.curve.points] == [400, 800, 1600]
    assert result.curve.exponent == pytest.approx(1.0)


def test_it_stays_within_the_author_s_sizes_where_they_are_enough() -> None:
    jail = Jail(each=1e-4)
    assert judged(jail).verdict is Verdict.ACCEPTED
    assert max(jail.asked) == sizes(GROWTH)[-1]


def test_it_ends_where_the_work_stays_little() -> None:
    jail = Jail(each=1e-8)
    result = judged(jail)
    assert (result.verdict, max(jail.asked)) == (Verdict.ACCEPTED, beyond(GROWTH)[-1])
    assert "at size 3200 the work is too little" in result.message


@pytest.mark.parametrize("given", [{"jail": Jail(1e-5, full=1600)}, {"jail": Jail(1e-5), "known": Known(last=800)}])
def test_what_fails_at_a_size_that_no_author_tried_is_held_against_nobody(given: dict[str, object]) -> None:
    assert judged(**given).verdict is Verdict.ACCEPTED  # type: ignore[arg-type]
