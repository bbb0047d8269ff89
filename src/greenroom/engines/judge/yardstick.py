"""What a submission's growth is held against: inputs from the author's ``make``, values and work of known solutions.

All of it is the author's code, each piece in a jail of its own. A yardstick is kept for as long as its exercise, its
part and its language stay the same.
"""

import json
import threading
from dataclasses import dataclass
from typing import Any

from greenroom.codec.digest import digest
from greenroom.core.case import Limits
from greenroom.core.exercise import Exercise, Growth, Part
from greenroom.core.growth import Point, bar, sizes
from greenroom.core.language import Language
from greenroom.core.verdict import Verdict
from greenroom.sandbox import Ran, Server

from .content_fault import ContentFault
from .measuring import Input, Work, growing, least, order_at
from .running import called
from .values import NotAValue, parsed

_RUNS = 3
_KEPT = 8  # yardsticks; each holds its inputs, up to some megabytes
_MAKING = Limits(cpu_s=20, wall_s=60, memory_mb=1024, output_kb=32 << 10)
_EMPTY = {
    Language.PYTHON: "def {}(*given):\n    return None\n",
    Language.NODE: "exports.{} = (...given) => null;\n",
}


@dataclass(frozen=True, slots=True)
class _Known:
    given: Input
    returns: Any


class Yardstick:
    """Inputs, expected values, and the work of the reference and of the slow solution, made when first asked for."""

    def __init__(self, server: Server, exercise: Exercise, number: int, language: Language) -> None:
        """``number`` counts parts from 1. Raise ``ContentFault`` when there is no reference to compare with."""
        part = exercise.parts[number - 1]
        if part.growth is None or not part.make:
            raise ContentFault(f"part {number} has no growth to measure")
        if not exercise.reference:
            raise ContentFault(f"{exercise.slug} has no reference, so that growth cannot be measured")
        self.growth: Growth = part.growth
        self.part: Part = part
        self._server, self._language = server, language
        self._speaks = language if language in exercise.reference else next(iter(exercise.reference))
        self._reference = exercise.reference[self._speaks]
        self._slow = _slow(exercise, language)
        self._known: dict[int, _Known] = {}
        self._work = Work()
        self._slow_points: tuple[Point, ...] | None = None
        self._turn = threading.RLock()

    def at(self, size: int) -> tuple[Input, Any]:
        """Return the input of ``size`` and the value that it must give; raise ``ContentFault`` or ``Broken``."""
        with self._turn:
            if size not in self._known:
                self._known[size] = self._made(size)
            known = self._known[size]
            return known.given, known.returns

    def reference(self) -> tuple[Point, ...]:
        """Return the reference's work at the sizes that were asked for; none when it speaks another language."""
        return self._work.points() if self._speaks is self._language else ()

    def slow(self) -> tuple[Point, ...]:
        """Return the work of the solution that is known to be too slow, or nothing when there is none."""
        with self._turn:
            if self._slow_points is None:
                self._slow_points = self._slowed() if self._slow else ()
            return self._slow_points

    def _made(self, size: int) -> _Known:
        call = self._call(size)
        given = Input(size=size, call=call, empty_s=self._empty(call))
        runs = self._runs(self._speaks, self._reference, given)
        for ran in runs:
            self._work.seen(given, ran)
        try:
            return _Known(given, parsed(runs[0].result)["value"])
        except (NotAValue, KeyError, TypeError):
            raise ContentFault(f"the reference gave no value at n = {size}{_last(runs[0])}") from None

    def _call(self, size: int) -> bytes:
        """Return the arguments of ``size`` as JSON, made by the author's function in a jail of its own."""
        with self._server.submission("python", "make.py", self.part.make.encode()) as jail:
            fault = jail.compile_error
            ran = None if fault else jail.run(called("make", json.dumps([size]).encode(), _MAKING))
        try:
            args = parsed(ran.result)["value"] if ran else None
        except (NotAValue, KeyError, TypeError):
            args = None
        if not isinstance(args, list):
            raise ContentFault(f"make({size}) gave no list of arguments{fault or _last(ran)}")
        return json.dumps(args).encode()

    def _empty(self, call: bytes) -> float:
        source = _EMPTY[self._language].format(self.part.cases.function)
        return min(ran.cpu_s for ran in self._runs(self._language, source, Input(0, call, 0.0)))

    def _runs(self, language: Language, source: str, given: Input) -> list[Ran]:
        with self._server.submission(language.value, language.file, source.encode()) as jail:
            if jail.compile_error:
                raise ContentFault(f"the reference does not compile: {jail.compile_error}")
            return list(least(jail, order_at(self.part.cases.function, given, self.part.cases.limits), _RUNS))

    def _slowed(self) -> tuple[Point, ...]:
        work = Work()
        limits = growing(self.part.cases.limits)
        with self._server.submission(self._language.value, self._language.file, self._slow.encode()) as jail:
            for size in sizes(self.growth) if not jail.compile_error else ():
                given, _ = self.at(size)
                ran = jail.run(called(self.part.cases.function, given.call, limits))
                if ran.limit or ran.signal:
                    break
                work.seen(given, ran)
                if work.enough(size, bar(self.growth.at_most)):
                    break
        return work.points()


def _slow(exercise: Exercise, language: Language) -> str:
    """Return the source of the known slow solution in ``language``, or ""."""
    slow = (wrong for wrong in exercise.wrong if wrong.verdict is Verdict.TOO_SLOW_TO_GROW)
    return next((wrong.files[language] for wrong in slow if language in wrong.files), "")


def _last(ran: Ran | None) -> str:
    """Return the last line of what a program of the author's wrote to standard error, as the end of a sentence."""
    lines = ran.stderr.decode("utf-8", "replace").strip().splitlines() if ran else []
    return f" ({lines[-1][:200]})" if lines else f" (limit of {ran.limit})" if ran and ran.limit else ""


class Shelf:
    """The yardsticks in use, so that known solutions are measured once and not for each submission."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, Language], Yardstick] = {}

    def of(self, exercise: Exercise, language: Language, server: Server, number: int) -> Yardstick:
        """Return the yardstick of part ``number``, made when it is first asked for; raise ``ContentFault``."""
        key = (digest(exercise), number, language)
        found = self._kept.pop(key, None) or Yardstick(server, exercise, number, language)
        self._kept[key] = found  # last in, last out
        for oldest in list(self._kept)[:-_KEPT]:
            self._kept.pop(oldest, None)
        return found

    def clear(self) -> None:
        """Let go of everything that was measured in a sandbox that has ended."""
        self._kept.clear()
