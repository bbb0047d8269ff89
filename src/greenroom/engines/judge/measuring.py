"""Measure one solution at growing sizes: the processor time of its process beyond that of an empty call."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from dataclasses import replace as changed

from greenroom.core.case import Limits
from greenroom.core.growth import CLEAR, Point, exponent
from greenroom.sandbox import Order, Ran, Submission

from .running import called

ENOUGH_S = 0.8  # seconds; by then Node.js has compiled what it will, and the next size could take four times as long
LEAST_S = 0.003  # seconds; less than this is lost in what a process costs
LEAST_SHARE = 0.5  # and so is less than this share of the empty call
_CPU_S, _WALL_S = 4.0, 30.0  # seconds; a limit for growth is there to end what does not end


@dataclass(frozen=True, slots=True)
class Input:
    """What a solution is called with at one size, and the seconds that a call costs which does nothing with it."""

    size: int
    call: bytes
    empty_s: float

    def meaningful(self, spent: float) -> bool:
        """Say whether ``spent`` seconds of a process are enough to speak of work."""
        return spent - self.empty_s >= max(LEAST_S, LEAST_SHARE * self.empty_s)


@dataclass(slots=True)
class Work:
    """What was seen of one solution: the least seconds of its process at each size, and where it was stopped."""

    spent: dict[int, float] = field(default_factory=dict)
    inputs: dict[int, Input] = field(default_factory=dict)
    halted: Point | None = None

    def seen(self, given: Input, ran: Ran) -> None:
        """Keep the least time at this size: whatever else the machine does only adds to it."""
        self.inputs[given.size] = given
        self.spent[given.size] = min(ran.cpu_s, self.spent.get(given.size, ran.cpu_s))

    def net(self, size: int) -> float:
        """Return the seconds at ``size`` beyond the empty call."""
        return self.spent[size] - self.inputs[size].empty_s

    def points(self) -> tuple[Point, ...]:
        """Return the sizes at which there was enough work to speak of it."""
        return tuple(
            Point(size=size, cpu_s=round(self.net(size), 6))
            for size in sorted(self.spent)
            if self.inputs[size].meaningful(self.spent[size])
        )

    def before_halt(self) -> tuple[Point, ...]:
        """Return every size that was passed, with the least work that would have been told at it."""
        return tuple(Point(size=size, cpu_s=max(self.net(size), LEAST_S)) for size in sorted(self.spent))

    def enough(self, size: int, edge: float) -> bool:
        """Say whether larger sizes would tell nothing more of an exponent that is held against ``edge``."""
        found = exponent(self.points())
        if found is None or self.net(size) <= ENOUGH_S:
            return False
        return abs(found - edge) > CLEAR or self.net(size) > 2 * ENOUGH_S


def order_at(function: str, given: Input, limits: Limits) -> Order:
    """Return the order that calls ``function`` at one size."""
    return called(function, given.call, growing(limits))


def growing(limits: Limits) -> Limits:
    """Return the limits of calls at growing sizes: those of the part, with more time where they give little."""
    return changed(limits, cpu_s=max(limits.cpu_s, _CPU_S), wall_s=max(limits.wall_s, _WALL_S))


def least(jail: Submission, order: Order, times: int) -> Iterator[Ran]:
    """Run the same order a few times; the caller keeps the least."""
    for _ in range(times):
        yield jail.run(order)
