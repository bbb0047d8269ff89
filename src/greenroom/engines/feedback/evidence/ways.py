"""The ways in which people say a kind of evidence: patterns by kind, read once from ``ways.txt``."""

import re
from functools import cache, reduce
from importlib.resources import files
from operator import or_

from ..sentences import Sentence
from ..sieve import bit

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


@cache
def _sifted(kind: str) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """The ways of one kind, each with its bit in the sieve."""
    return tuple((name, bit(f"{kind} {name}"), pattern) for name, pattern in ways().get(kind, ()))


@cache
def _any_of(kind: str) -> int:
    """The bits of all ways of one kind."""
    return reduce(or_, (its for _, its, _ in _sifted(kind)), 0)


def said(kind: str, low: str, sentence: Sentence) -> tuple[list[str], tuple[int, int] | None]:
    """Names of what was said in a sentence of ``low``, and the span of the first sure way of saying it.

    ``sure`` and ``maybe`` stand for any pattern of the level, ``two`` for two sure ones.
    """
    names: list[str] = []
    span: tuple[int, int] | None = None
    if not sentence.passed & _any_of(kind):
        return names, span
    for name, its, pattern in _sifted(kind):
        match = pattern.search(low, sentence.start, sentence.end) if sentence.passed & its else None
        if match:
            names.append(name)
            if span is None and name.startswith("sure"):
                span = match.span()
    sure = sum(name.startswith("sure") for name in names)
    return names + ["sure"] * (sure > 0) + ["two"] * (sure > 1) + ["maybe"] * (len(names) > sure), span
