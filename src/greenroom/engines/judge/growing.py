"""Judge how a submission's work grows: run it at doubling sizes, compare every value, fit, decide."""

import json
from dataclasses import replace

from greenroom.core.case import Case, Comparison
from greenroom.core.cases import Cases
from greenroom.core.growth import CLEAR, Curve, Point, bar, beyond, exponent, fitted, jumped, sizes, upper
from greenroom.core.outcome import CaseResult, Usage
from greenroom.core.verdict import Verdict
from greenroom.sandbox import Submission

from .content_fault import ContentFault
from .difference import cut
from .judging import Custom, judged
from .measuring import ENOUGH_S, Input, Work, growing, order_at
from .yardstick import Yardstick

_ROUNDS = 5  # how often upper sizes are run again while the exponent stands near the bar
_BUDGET_S = 15.0  # seconds of processor time for one part; what was seen until then is judged


def grown(jail: Submission, yardstick: Yardstick, number: int, custom: Custom) -> CaseResult:
    """Return the one result on the growth of part ``number``; raise ``ContentFault`` or ``Broken``."""
    run = _Run(jail, yardstick, number, custom)
    fault = run.climb()
    if fault is not None:
        return fault
    run.steady()
    return run.result()


class _Run:
    """One submission on its way up the sizes."""

    def __init__(self, jail: Submission, yardstick: Yardstick, number: int, custom: Custom) -> None:
        self._jail, self._yardstick, self._number = jail, yardstick, number
        self._custom = custom
        self._function = yardstick.part.cases.function
        self._limits = growing(yardstick.part.cases.limits)
        self._work = Work()
        self._usage = Usage()

    def climb(self) -> CaseResult | None:
        """Run every size once, from small to large, until there is enough to see; return what failed."""
        for size in sizes(self._yardstick.growth):
            given, returns = self._yardstick.at(size)
            result = self._first(given, returns)
            if result.verdict is Verdict.TIME_LIMIT:
                self._work.halted = Point(size=size, cpu_s=self._limits.cpu_s)
                return None
            if result.verdict is not Verdict.ACCEPTED:
                message = f"at size {size}: {result.message}"
                return replace(result, part=self._number, message=message, usage=self._usage)
            if self._work.enough(size, self._bar()):
                return None
        self._reach_on()
        return None

    def _reach_on(self) -> None:
        """Go past the largest size while work was too little to be measured.

        The author has tried no such size, so that it can only add a measurement: what fails there ends the way up.
        """
        for size in beyond(self._yardstick.growth):
            if self._exponent() is not None:
                return
            try:
                result = self._first(*self._yardstick.at(size))
            except ContentFault:
                return
            if result.verdict is not Verdict.ACCEPTED:
                return

    def steady(self) -> None:
        """Run the upper sizes again for as long as the exponent stands near the bar.

        What is above the bar after short runs only is measured once more, so that one hiccup accuses nobody.
        """
        for turn in range(_ROUNDS):
            found, edge = self._exponent(), self._bar()
            if found is None or self._usage.cpu_s > _BUDGET_S:
                return
            longest = max(point.cpu_s for point in self._work.points())
            sure = turn > 0 or longest > ENOUGH_S
            if found < edge - CLEAR or (found > edge + CLEAR and sure):
                return
            for point in upper(self._work.points()):
                given = self._work.inputs[point.size]
                ran = self._jail.run(order_at(self._function, given, self._limits))
                self._work.seen(given, ran)
                self._used(ran.cpu_s, ran.wall_s, ran.memory_kb)

    def result(self) -> CaseResult:
        """Decide."""
        found = self._exponent()
        verdict, message = self._decided(found)
        curve = Curve(
            at_most=self._yardstick.growth.at_most,
            points=self._work.points(),
            exponent=None if found is None else round(found, 2),
            fitted=None if found is None else fitted(found),
            reference=self._yardstick.reference(),
            slow=self._yardstick.slow(),
        )
        return CaseResult(
            case=_id(self._number), verdict=verdict, usage=self._usage, message=message, part=self._number, curve=curve
        )

    def _decided(self, found: float | None) -> tuple[Verdict, str]:
        edge, halted = self._bar(), self._work.halted
        allowed = f"at most {self._yardstick.growth.at_most.value} is asked for"
        if halted is not None and jumped(self._work.before_halt(), halted, edge):
            return Verdict.TOO_SLOW_TO_GROW, f"it was not done with size {halted.size}; {allowed}"
        if halted is not None and not self._work.spent and self._beaten(halted):
            return Verdict.TOO_SLOW_TO_GROW, f"it was not done with size {halted.size}, the smallest; {allowed}"
        if found is not None:
            seen = upper(self._work.points())
            said = f"from size {seen[0].size} to {seen[-1].size} the work grew as n^{found:.1f}"
            return (Verdict.TOO_SLOW_TO_GROW if found > edge else Verdict.ACCEPTED), f"{said}; {allowed}"
        if halted is not None:
            return Verdict.TIME_LIMIT, f"it was not done with size {halted.size} in {halted.cpu_s:g} s"
        return Verdict.ACCEPTED, f"even at size {max(self._work.spent)} the work is too little to measure its growth"

    def _beaten(self, halted: Point) -> bool:
        """Say whether the solution that is known to be too slow was done with this size."""
        return any(point.size >= halted.size for point in self._yardstick.slow())

    def _first(self, given: Input, returns: object) -> CaseResult:
        checker = self._yardstick.part.cases.checker
        cases = Cases(function=self._function, limits=self._limits, checker=checker, cases=())
        args = tuple(json.loads(given.call)) if checker.kind is Comparison.CUSTOM else ()
        ran = self._jail.run(order_at(self._function, given, self._limits))
        result = judged(cases, Case(id=_id(self._number), args=args, returns=returns), ran, self._custom)
        self._used(ran.cpu_s, ran.wall_s, ran.memory_kb)
        if result.verdict is Verdict.ACCEPTED:
            self._work.seen(given, ran)
        return replace(result, input=cut(given.call.decode()))

    def _used(self, cpu_s: float, wall_s: float, memory_kb: int) -> None:
        self._usage = Usage(
            cpu_s=round(self._usage.cpu_s + cpu_s, 4),
            wall_s=round(self._usage.wall_s + wall_s, 4),
            memory_kb=max(self._usage.memory_kb, memory_kb),
        )

    def _exponent(self) -> float | None:
        return exponent(self._work.points())

    def _bar(self) -> float:
        return bar(self._yardstick.growth.at_most, self._yardstick.reference(), self._yardstick.slow())


def _id(number: int) -> str:
    return f"growth-{number}"
