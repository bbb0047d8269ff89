"""Data made of what JSON can hold, checked before it is read.

YAML gives more than JSON can hold: keys that are numbers or yes/no values, dates, sets, endless numbers. Those that
mean something else than the author wrote are refused here, with their place, so that reading itself can be strict.
"""

import json
import math
from collections.abc import Iterator
from datetime import date, datetime

from .path import Path
from .unreadable import Problem, Unreadable

LARGEST = 2**63 - 1  # what a database column holds
DEEPEST = 100  # no fact nests deeper than about ten


def plain_json(data: object) -> str:
    """Return ``data`` as JSON; raise ``Unreadable`` when some of it has no meaning there."""
    problems = list(_problems(data, ()))
    if problems:
        raise Unreadable(problems)
    return json.dumps(data, default=_iso)


def _iso(value: date) -> str:
    """Write a day, or a day with its time; all else that JSON cannot hold has been refused by then."""
    return value.isoformat()


def _problems(data: object, path: Path) -> Iterator[Problem]:
    kind = type(data)
    if kind is str:
        yield from _text(str(data), path)
    elif kind is dict:
        yield from _mapping(data, path)  # type: ignore[arg-type]
    elif kind is list or kind is tuple:
        yield from _sequence(data, path)  # type: ignore[arg-type]
    elif kind is int or kind is float:
        yield from _number(data, path)  # type: ignore[arg-type]
    elif not (data is None or kind is bool or isinstance(data, date | datetime)):
        yield Problem(path, f"is a {kind.__name__}, which no field takes; write text, a number, a list or a mapping")


def _mapping(data: dict[object, object], path: Path) -> Iterator[Problem]:
    if len(path) > DEEPEST:
        yield Problem(path[:3], "is nested too deeply; no file of ours needs more than a dozen levels")
        return
    for key, value in data.items():
        if type(key) is str:
            yield from _text(key, (*path, key))
            yield from _problems(value, (*path, key))
        else:
            yield Problem(path, f"has the key {key!r}, which was not read as text; quote it")


def _sequence(data: list[object], path: Path) -> Iterator[Problem]:
    if len(path) > DEEPEST:
        yield Problem(path[:3], "is nested too deeply; no file of ours needs more than a dozen levels")
        return
    for position, value in enumerate(data):
        yield from _problems(value, (*path, position))


def _number(data: float, path: Path) -> Iterator[Problem]:
    if not math.isfinite(data) or (isinstance(data, int) and abs(data) > LARGEST):
        yield Problem(path, "is not a number that can be kept; write a smaller one, or quote it if it is text")


def _text(data: str, path: Path) -> Iterator[Problem]:
    if not data.isascii() and any("\ud800" <= mark <= "\udfff" for mark in data):
        yield Problem(path, "has half of a two-part character in it; write the whole character")
