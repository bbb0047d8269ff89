"""``@fact``: the one way to declare an immutable value of the house.

A fact is a frozen, slotted dataclass with keyword-only fields. It also carries
a note for the codec (``__pydantic_config__``, a plain dict) that unknown fields are
refused, so that one definition serves content files, API bodies and JSON columns
while core itself imports nothing outside the standard library.
"""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def fact(cls: type[T]) -> type[T]:
    """Make ``cls`` a frozen, slotted, keyword-only dataclass that refuses unknown fields."""
    made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    made.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
    return made
