"""Read plain data into facts, and write facts as plain data."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic_core import ErrorDetails, ValidationError, to_jsonable_python

from .adapter import validator
from .path import Path
from .plain import plain_json
from .unreadable import Problem, Unreadable
from .words import word

T = TypeVar("T")


def read(kind: type[T], data: object) -> T:
    """Return ``data`` (dicts, lists, text, numbers, dates) as a ``kind``; raise ``Unreadable`` with all problems.

    Nothing is guessed: text is only text, a number only a number, an unknown field is a problem. Days may be given
    as dates or in ISO form, enums by value, tuples as lists.
    """
    text = plain_json(data)
    hashable: Any = kind
    try:
        value: T = validator(hashable).validate_json(text, strict=True)
    except ValidationError as error:
        names = _names(hashable)
        problems = [_problem(detail, names, data) for detail in error.errors(include_url=False)]
        raise Unreadable(problems) from None
    return value


def dump(value: object) -> Any:
    """Return ``value`` as data that JSON can hold: dates in ISO form, enums as values, tuples as lists."""
    return to_jsonable_python(value)


def _problem(detail: ErrorDetails, names: tuple[str, ...], data: object) -> Problem:
    return Problem(_written(detail["loc"], data), word(detail, names))


def _written(loc: Path, data: Any) -> Path:
    """Return ``loc`` without the steps that only pydantic knows: the kind chosen in a union, the mark of a key."""
    path: list[str | int] = []
    for position, step in enumerate(loc):
        last = position == len(loc) - 1
        if _holds(data, step):
            data = data[step]
        elif not last or step == "[key]":
            continue
        path.append(step)
    return tuple(path)


def _holds(data: Any, step: str | int) -> bool:
    if isinstance(data, list | tuple):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Return the field names of ``kind`` and of the facts inside it, nearest first, for "did you mean"."""
    inside: dict[str, None] = {}
    if is_dataclass(kind):
        inside |= dict.fromkeys(field.name for field in fields(kind))
        for field in fields(kind):
            part: Any = field.type
            inside |= dict.fromkeys(_names(part))
    for argument in get_args(kind):
        inside |= dict.fromkeys(_names(argument))
    return tuple(inside)
