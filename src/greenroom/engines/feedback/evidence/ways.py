"""The ways in which people say a kind of evidence: patterns by kind, read once from ``ways.txt``."""

import re
from functools import cache
from importlib.resources import files

Ways = dict[str, tuple[tuple[str, re.Pattern[str]], ...]]


@cache
def ways() -> Ways:
    """Patterns by kind, each with its name (``sure 0``, ``maybe 0``)."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    kind = level = ""
    place = 0
    for line in files(__package__).joinpath("ways.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith((" sure]", " maybe]")):
            (kind, level), place = line[1:-1].split(" "), 0
            found.setdefault(kind, [])
        elif line and not line.startswith("#"):
            found[kind].append((f"{level} {place}", re.compile(line)))
            place += 1
    return {name: tuple(patterns) for name, patterns in found.items()}


def said(kind: str, low: str, start: int, end: int) -> tuple[list[str], tuple[int, int] | None]:
    """Names of what was said in ``low[start:end]``, and the span of the first sure way of saying it.

    ``sure`` and ``maybe`` stand for any pattern of the level, ``two`` for two sure ones.
    """
    names: list[str] = []
    span: tuple[int, int] | None = None
    for name, pattern in ways().get(kind, ()):
        match = pattern.search(low, start, end)
        if match:
            names.append(name)
            if span is None and name.startswith("sure"):
                span = match.span()
    sure = sum(name.startswith("sure") for name in names)
    return names + ["sure"] * (sure > 0) + ["two"] * (sure > 1) + ["maybe"] * (len(names) > sure), span
