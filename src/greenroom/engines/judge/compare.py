"""Is the actual result the expected one? Pure functions, run in the trusted process only."""

import json
import math
from collections import Counter
from typing import Any

from greenroom.core.case import Checker, Comparison


def same_value(expected: Any, actual: Any, checker: Checker) -> bool:
    """Compare two JSON values. Numbers are equal by value, as JSON knows one kind; true is never 1."""
    match checker.kind:
        case Comparison.FLOATS:
            return _equal(expected, actual, checker)
        case Comparison.MULTISET if isinstance(expected, list) and isinstance(actual, list):
            return Counter(map(_key, expected)) == Counter(map(_key, actual))
        case Comparison.UNORDERED:
            return _key(expected, loose=True) == _key(actual, loose=True)
        case Comparison.TOKENS if isinstance(expected, str) and isinstance(actual, str):
            return expected.split() == actual.split()
    return _equal(expected, actual, None)


def same_text(expected: str, actual: str, checker: Checker) -> bool:
    """Compare what a program printed. ``exact`` forgives nothing but one last newline."""
    match checker.kind:
        case Comparison.TOKENS:
            return expected.split() == actual.split()
        case Comparison.FLOATS:
            wanted, given = expected.split(), actual.split()
            return len(wanted) == len(given) and all(
                w == g or _close_words(w, g, checker) for w, g in zip(wanted, given, strict=True)
            )
        case Comparison.MULTISET | Comparison.UNORDERED:
            return Counter(expected.splitlines()) == Counter(actual.splitlines())
    return expected.removesuffix("\n") == actual.removesuffix("\n")


def _equal(expected: Any, actual: Any, floats: Checker | None) -> bool:
    if _number(expected) and _number(actual):
        return expected == actual or (floats is not None and _close(expected, actual, floats))
    if type(expected) is not type(actual):
        return False
    if isinstance(expected, list):
        return len(expected) == len(actual) and all(_equal(e, a, floats) for e, a in zip(expected, actual, strict=True))
    if isinstance(expected, dict):
        return expected.keys() == actual.keys() and all(_equal(expected[k], actual[k], floats) for k in expected)
    return bool(expected == actual)


def _key(value: Any, loose: bool = False) -> str:
    """Return a text that is the same for equal values; ``loose`` forgets the order of lists.

    A text, as hashes of numbers are known beforehand: a candidate could choose numbers that all collide.
    """
    if isinstance(value, list):
        parts = [_key(part, loose) for part in value]
        return f"[{','.join(sorted(parts) if loose else parts)}]"
    if isinstance(value, dict):
        return f"{{{','.join(sorted(f'{json.dumps(name)}:{_key(part, loose)}' for name, part in value.items()))}}}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _close_words(wanted: str, given: str, checker: Checker) -> bool:
    try:
        return _close(float(wanted), float(given), checker)
    except ValueError:
        return False


def _close(expected: float, actual: float, checker: Checker) -> bool:
    try:
        return math.isclose(expected, actual, rel_tol=checker.relative, abs_tol=checker.absolute)
    except OverflowError:
        return False  # a whole number beyond every float
