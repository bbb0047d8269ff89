"""Where two results part, in a few lines that a person can read."""

import json
from typing import Any

LONGEST = 4000


def cut(text: str, most: int = LONGEST) -> str:
    """Return ``text``, or its beginning with a word on what was left out. Half characters become U+FFFD."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= most else f"{text[:most]}… ({len(text) - most} more characters)"


def written(value: Any) -> str:
    """Return a JSON value as text."""
    return json.dumps(value, ensure_ascii=False)


def of_values(expected: Any, actual: Any, where: str = "") -> str:
    """Name the first place where two values part, for example ``at [2].amount: expected 5, got "5"``."""
    if isinstance(expected, list) and isinstance(actual, list):
        for position, (e, a) in enumerate(zip(expected, actual, strict=False)):
            if _differ(e, a):
                return of_values(e, a, f"{where}[{position}]")
        if len(expected) != len(actual):
            return f"{_at(where)}expected {len(expected)} items, got {len(actual)}"
    if isinstance(expected, dict) and isinstance(actual, dict):
        for name in expected:
            if name not in actual:
                return f"{_at(where)}the key {written(name)} is missing"
            if _differ(expected[name], actual[name]):
                return of_values(expected[name], actual[name], f"{where}.{name}")
        for name in actual:
            if name not in expected:
                return f"{_at(where)}the key {written(name)} should not be there"
    return f"{_at(where)}expected {cut(written(expected), 200)}, got {cut(written(actual), 200)}"


def of_texts(expected: str, actual: str) -> str:
    """Name the first line that differs."""
    wanted, given = expected.splitlines(), actual.splitlines()
    for number, (w, g) in enumerate(zip(wanted, given, strict=False), 1):
        if w != g:
            return f"line {number}: expected {written(cut(w, 200))}, got {written(cut(g, 200))}"
    if len(wanted) != len(given):
        return f"expected {len(wanted)} lines, got {len(given)}"
    return "the lines are the same; the white space at the end is not"


def _differ(expected: Any, actual: Any) -> bool:
    return bool(expected != actual) or isinstance(expected, bool) != isinstance(actual, bool)


def _at(where: str) -> str:
    return f"at {where}: " if where else ""
