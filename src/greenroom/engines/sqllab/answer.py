"""What the server answered to a statement, or why there is no answer."""

from dataclasses import dataclass

from greenroom.core.grid import Row
from greenroom.core.verdict import Verdict


@dataclass(frozen=True)
class Answer:
    """Rows as the server writes them, with the names and types of their columns and the statement's own seconds."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[Row, ...]
    took_s: float


class Refused(Exception):
    """There is no answer: the verdict, and what to tell. ``once``: it would be the same on every data set."""

    def __init__(self, verdict: Verdict, message: str, detail: str = "", *, once: bool = False) -> None:
        super().__init__(message)
        self.verdict, self.message, self.detail, self.once = verdict, message, detail, once


class Lost(Exception):
    """The server went away in the middle; it is started again, and the data set is judged again."""


class AuthorsFault(ValueError):
    """The exercise itself is wrong: its tables, a data set, the reference or an invariant; the text says which."""
