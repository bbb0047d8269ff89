"""Explains a finding: what its detector looks for, and how often it was right on answers that it never saw."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from greenroom.core.fact import fact


@fact
class Explanation:
    """``precision`` is the share of right findings among ``count`` on the text named by ``on``; None: not measured.

    ``stated`` is the share among the ``stated_count`` that were sure enough to be stated, on the sealed voices.
    """

    looks_for: str
    precision: float | None = None
    count: int = 0
    on: str = ""
    stated: float | None = None
    stated_count: int = 0


def explain(code: str) -> Explanation:
    """Return the explanation of a finding code. Raises ``KeyError`` for a code that no detector gives."""
    measured = _read("measured.json").get(code, {})
    return Explanation(looks_for=_read("looks_for.json")[code], **measured)


def codes() -> tuple[str, ...]:
    """Return every finding code, in the order of the table."""
    return tuple(_read("looks_for.json"))


@cache
def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(__package__).joinpath(name).read_text("utf-8"))
    return found
