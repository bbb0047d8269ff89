"""What the judge's tests share: one exercise whose answer no hostile program computes."""

from dataclasses import replace

from greenroom.core.case import Case, Checker, Limits
from greenroom.core.cases import Cases
from greenroom.core.exercise import Exercise, Growth, Hints, Kind, Part, Wrong
from greenroom.core.language import Language
from greenroom.core.outcome import CaseResult
from greenroom.core.question import Level
from greenroom.core.verdict import Verdict
from greenroom.engines.judge import Lab

LIMITS = Limits(cpu_s=3, wall_s=10, memory_mb=64, output_kb=64)
HASTY = Limits(cpu_s=0.5, wall_s=1, memory_mb=64, output_kb=64)  # for what is meant to run into a limit of time


def calling(*cases: Case, function: str = "solve", checker: Checker | None = None) -> Cases:
    """An exercise that calls a function."""
    return Cases(function=function, limits=LIMITS, checker=checker or Checker(), cases=cases)


def program(given: str, wanted: str, checker: Checker | None = None) -> Cases:
    """An exercise with one case on standard input."""
    return Cases(limits=LIMITS, checker=checker or Checker(), cases=(Case(id="only", input=given, output=wanted),))


HINTS = Hints(where="", idea="", change="")


def part_of(cases: Cases, growth: Growth | None = None, make: str = "") -> Part:
    """A part of an exercise."""
    return Part(title="A part", minutes=10, hints=HINTS, cases=cases, growth=growth, make=make)


def exercise_of(*parts: Part, reference: dict[Language, str] | None = None, wrong: tuple[Wrong, ...] = ()) -> Exercise:
    """An exercise of ``parts``."""
    return Exercise(
        id="given", slug="given", title="Given", summary="", why="", kind=Kind.CODE, level=Level.MID, competencies=(),
        question="", parts=parts, reference=reference or {}, wrong=wrong,
    )  # fmt: skip


TWICE = calling(Case(id="three", args=(3,), returns=7), Case(id="five", args=(5,), returns=11))


def twice(verdict: Verdict) -> Cases:
    """``TWICE`` with the limits that suit a program of which ``verdict`` is expected."""
    return replace(TWICE, limits=HASTY) if verdict is Verdict.TIME_LIMIT else TWICE


def judged(lab: Lab, exercise: Cases, code: str | bytes, file: str = "solution.py") -> list[CaseResult]:
    """Judge ``code`` and return all results."""
    return list(lab.judge(exercise, {file: code if isinstance(code, bytes) else code.encode()}))
