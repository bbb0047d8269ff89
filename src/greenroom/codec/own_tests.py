"""A candidate's own tests as text, one a line: ``name: ARGUMENTS -> RESULT``, both JSON; ``#`` begins a comment.

They are data, in the form of cases, and never code that runs beside a reference.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from ..core.case import Case
from ..core.cases import Cases
from .unreadable import Problem, Unreadable

MOST = 50  # tests
LONGEST = 64 * 1024  # characters
_NAME = re.compile(r"\s*([^\s:#][^:]{0,79}?)\s*:\s*")
_DECODER = json.JSONDecoder()


def read_own_tests(text: str, function: str) -> Cases:
    """Return the tests in ``text`` as cases of ``function``; raise ``Unreadable`` with every line that is none."""
    if len(text) > LONGEST:
        raise Unreadable([Problem((), f"the tests are longer than {LONGEST // 1024} kB; shorten them")])
    cases: list[Case] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            cases.append(_case(line, {case.id for case in cases}))
        except ValueError as error:
            problems.append(Problem((f"line {number}",), str(error)))
    if len(cases) > MOST:
        problems.append(Problem((), f"there are {len(cases)} tests; keep at most {MOST}"))
    if problems:
        raise Unreadable(problems)
    return Cases(function=function, cases=tuple(cases))


def write_own_tests(cases: Iterable[Case], above: str = "") -> str:
    """Return ``cases`` in the form that ``read_own_tests`` reads, below a comment."""
    lines = [f"# {line}".rstrip() for line in above.splitlines()]
    for case in cases:
        lines += [f"# {case.about}"] if case.about else []
        lines.append(f"{case.id}: {_json(list(case.args))} -> {_json(case.returns)}")
    return "\n".join(lines) + "\n"


def _case(line: str, taken: set[str]) -> Case:
    name = _NAME.match(line)
    if not name:
        raise ValueError("has no name; write NAME: [ARGUMENTS] -> RESULT")
    if name[1] in taken:
        raise ValueError(f"{name[1]} is the name of an earlier test; choose another")
    args, end = _value(line, name.end(), "the arguments")
    arrow = re.compile(r"\s*->\s*").match(line, end)
    if not isinstance(args, list):
        raise ValueError("the arguments are no list; put them in brackets, as in [1, 2]")
    if not arrow:
        raise ValueError("nothing says what must come out; write -> and the result after the arguments")
    returns, end = _value(line, arrow.end(), "the result")
    if line[end:].strip():
        raise ValueError(f"something follows the result ({line[end:].strip()[:20]}); take it out")
    return Case(id=name[1], args=tuple(args), returns=returns)


def _value(line: str, at: int, what: str) -> tuple[Any, int]:
    try:
        value, end = _DECODER.raw_decode(line, at)
        json.dumps(value, allow_nan=False)
    except (ValueError, RecursionError):
        raise ValueError(f"{what} cannot be read as JSON; write text in double quotes, and true, false, null") from None
    return value, end


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
