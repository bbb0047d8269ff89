"""Read a cases file: JSON into cases. ``docs/authoring/cases.md`` is its documentation."""

import json
from dataclasses import replace
from typing import Any

from ..core.case import Limits
from ..core.cases import Cases
from .path import Path
from .read import read
from .unreadable import Problem, Unreadable

_MOST = Limits(cpu_s=60, wall_s=120, memory_mb=4096, output_kb=16384)


def read_cases(text: str) -> Cases:
    """Return the cases in ``text``; raise ``Unreadable`` with everything that is wrong with it."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable([Problem((), f"this is not JSON ({error}); mend it")]) from None
    cases = read(Cases, data)
    problems = [*_form(cases), *_both_modes(cases, data)]
    if problems:
        raise Unreadable(problems)
    return cases


def only(cases: Cases, id: str) -> Cases | None:
    """Return ``cases`` with the one case ``id``, or None when there is no such case."""
    chosen = tuple(case for case in cases.cases if case.id == id)
    return replace(cases, cases=chosen) if chosen else None


def _form(cases: Cases) -> list[Problem]:
    problems = []
    if cases.version != 1:
        problems.append(Problem(("version",), f"{cases.version} is not known here; write 1"))
    if not cases.cases:
        problems.append(Problem(("cases",), "there are none; write at least one"))
    if cases.function and not (cases.function.isascii() and cases.function.isidentifier()):
        problems.append(Problem(("function",), f"{cases.function!r} is no name; write letters, digits and _"))
    seen: set[str] = set()
    for position, case in enumerate(cases.cases):
        if not case.id or case.id in seen:
            problems.append(Problem(("cases", position, "id"), "each case needs an id of its own; change it"))
        seen.add(case.id)
        problems += _within(("cases", position, "limits"), case.limits or cases.limits)
    return problems


def _within(path: Path, limits: Limits) -> list[Problem]:
    problems = []
    for name in ("cpu_s", "wall_s", "memory_mb", "output_kb"):
        most = getattr(_MOST, name)
        if not 0 < getattr(limits, name) <= most:
            problems.append(Problem((*path, name), f"it has to be above 0 and at most {most:g}"))
    return problems


def _both_modes(cases: Cases, data: Any) -> list[Problem]:
    """A case that speaks of the other mode is a mistake that would pass in silence."""
    wrong = ("input", "output") if cases.function else ("args", "returns")
    mode = "calls a function" if cases.function else "runs a program"
    needed = "returns" if cases.function else "output"
    problems = []
    for position, case in enumerate(data["cases"]):
        found = [name for name in wrong if name in case]
        problems += [Problem(("cases", position, name), f"this exercise {mode}; leave {name} out") for name in found]
        if needed not in case:
            problems.append(Problem(("cases", position), f"nothing says what must come out; write {needed}"))
    return problems
