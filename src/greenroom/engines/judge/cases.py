"""Read a cases file: JSON into the exercise that it describes. ``docs/authoring/cases.md`` is its documentation."""

import json
from dataclasses import replace
from typing import Any

from greenroom.codec.path import Path
from greenroom.codec.read import read
from greenroom.codec.unreadable import Problem, Unreadable
from greenroom.core.case import Limits
from greenroom.core.exercise import Exercise

_MOST = Limits(cpu_s=60, wall_s=120, memory_mb=4096, output_kb=16384)


def read_cases(text: str) -> Exercise:
    """Return the exercise in ``text``; raise ``Unreadable`` with everything that is wrong with it."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable([Problem((), f"this is not JSON ({error}); mend it")]) from None
    exercise = read(Exercise, data)
    problems = [*_form(exercise), *_both_modes(exercise, data)]
    if problems:
        raise Unreadable(problems)
    return exercise


def only(exercise: Exercise, id: str) -> Exercise | None:
    """Return ``exercise`` with the one case ``id``, or None when it has no such case."""
    cases = tuple(case for case in exercise.cases if case.id == id)
    return replace(exercise, cases=cases) if cases else None


def _form(exercise: Exercise) -> list[Problem]:
    problems = []
    if exercise.version != 1:
        problems.append(Problem(("version",), f"{exercise.version} is not known here; write 1"))
    if not exercise.cases:
        problems.append(Problem(("cases",), "there are none; write at least one"))
    if exercise.function and not (exercise.function.isascii() and exercise.function.isidentifier()):
        problems.append(Problem(("function",), f"{exercise.function!r} is no name; write letters, digits and _"))
    seen: set[str] = set()
    for position, case in enumerate(exercise.cases):
        if not case.id or case.id in seen:
            problems.append(Problem(("cases", position, "id"), "each case needs an id of its own; change it"))
        seen.add(case.id)
        problems += _within(("cases", position, "limits"), case.limits or exercise.limits)
    return problems


def _within(path: Path, limits: Limits) -> list[Problem]:
    problems = []
    for name in ("cpu_s", "wall_s", "memory_mb", "output_kb"):
        most = getattr(_MOST, name)
        if not 0 < getattr(limits, name) <= most:
            problems.append(Problem((*path, name), f"it has to be above 0 and at most {most:g}"))
    return problems


def _both_modes(exercise: Exercise, data: Any) -> list[Problem]:
    """A case that speaks of the other mode is a mistake that would pass in silence."""
    wrong = ("input", "output") if exercise.function else ("args", "returns")
    mode = "calls a function" if exercise.function else "runs a program"
    needed = "returns" if exercise.function else "output"
    problems = []
    for position, case in enumerate(data["cases"]):
        found = [name for name in wrong if name in case]
        problems += [Problem(("cases", position, name), f"this exercise {mode}; leave {name} out") for name in found]
        if needed not in case:
            problems.append(Problem(("cases", position), f"nothing says what must come out; write {needed}"))
    return problems
