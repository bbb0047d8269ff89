"""Walk through a fact to everything inside it, with the place of each thing."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from ..codec import Path

T = TypeVar("T")


def everything(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield ``value`` and, in order, all facts, items and plain values inside it."""
    yield path, value
    if isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from everything(item, (*path, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from everything(item, (*path, str(key)))
    elif is_dataclass(value):
        for field in fields(value):
            yield from everything(getattr(value, field.name), (*path, field.name))


def inside(value: object, kind: type[T]) -> Iterator[tuple[Path, T]]:
    """Yield everything inside ``value`` that is a ``kind``."""
    return ((path, item) for path, item in everything(value) if isinstance(item, kind))


def texts(value: object) -> Iterator[tuple[Path, str]]:
    """Yield every text inside ``value``, but no values of enums."""
    return ((path, item) for path, item in everything(value) if type(item) is str)
