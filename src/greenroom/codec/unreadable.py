"""What is raised when data does not fit a fact: every problem at once, worded for the person who wrote the data."""

from typing import NamedTuple

from .path import Path, spell


class Problem(NamedTuple):
    """One thing wrong. ``message`` has the form "what is wrong; what to do"."""

    path: Path
    message: str

    def __str__(self) -> str:
        return f"{spell(self.path) or 'the document'}: {self.message}"


class Unreadable(ValueError):
    """Data that cannot be read as the fact that it should be. ``problems`` is never empty."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
