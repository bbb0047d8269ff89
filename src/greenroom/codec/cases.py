"""Read a cases file: JSON into cases. ``docs/authoring/cases.md`` is its documentation."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..core.case import Checker, Comparison, Limits
from ..core.cases import Cases
from .path import Path
from .read import read
from .unreadable import Problem, Unreadable

_MOST = Limits(cpu_s=60, wall_s=120, memory_mb=4096, output_kb=16384)
_CHECKER = re.compile(r"[a-z][a-z0-9_]*\.py")


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


def with_sources(cases: Cases, text: Callable[[str], str]) -> Cases:
    """Return ``cases`` with the source of each custom checker, which ``text`` reads from its file."""

    def filled(checker: Checker) -> Checker:
        return replace(checker, source=text(checker.file)) if checker.kind is Comparison.CUSTOM else checker

    own = tuple(replace(case, checker=filled(case.checker)) if case.checker else case for case in cases.cases)
    return replace(cases, checker=filled(cases.checker), cases=own)


def without_custom(cases: Cases) -> Cases:
    """Return ``cases``; raise ``Unreadable`` when they need a checker that only an exercise's folder can hold."""
    custom = [("cases", at, "checker") for at, case in enumerate(cases.cases) if _custom(case.checker)]
    places: list[Path] = [*custom, *([("checker",)] if _custom(cases.checker) else [])]
    if places:
        raise Unreadable([Problem((*at, "kind"), "custom is for exercises only; choose another") for at in places])
    return cases


def _custom(checker: Checker | None) -> bool:
    return checker is not None and checker.kind is Comparison.CUSTOM


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
        problems += _checked(("cases", position, "checker"), case.checker, cases)
    return [*problems, *_checked(("checker",), cases.checker, cases)]


def _checked(path: Path, checker: Checker | None, cases: Cases) -> list[Problem]:
    """A checker of the author's lies in a file of the exercise; the others know nothing of files."""
    if checker is None:
        return []
    problems = [Problem((*path, "source"), "it is read from the file; leave source out")] if checker.source else []
    if checker.kind is not Comparison.CUSTOM:
        return problems + ([Problem((*path, "file"), "only custom reads a file; leave it out")] if checker.file else [])
    if not _CHECKER.fullmatch(checker.file):
        mend = "name a Python file beside exercise.yaml, as in check.py"
        problems.append(Problem((*path, "file"), f"{checker.file!r} is no such name; {mend}"))
    if not cases.function:
        problems.append(Problem((*path, "kind"), "custom compares returned values; name a function or choose another"))
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
