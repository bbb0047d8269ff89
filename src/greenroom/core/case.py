"""A case: what goes in, what must come out, how the two are compared, and how much may be used on the way."""

from enum import StrEnum
from typing import Any

from .fact import fact


class Comparison(StrEnum):
    """How an actual result is held against the expected one. All of it happens outside the candidate's process."""

    EXACT = "exact"  # the same value (1 is 1.0, true is not 1); text to the byte, but for one last newline
    TOKENS = "tokens"  # text only: the same words, however they are spaced
    FLOATS = "floats"  # as exact, with numbers equal within a tolerance; text by its words
    MULTISET = "multiset"  # a list in any order, or lines in any order
    UNORDERED = "unordered"  # every list inside the value in any order
    CUSTOM = "custom"  # what the author's ``check(args, expected, actual)`` says, in a jail of its own


@fact
class Checker:
    """A way to compare. ``absolute`` and ``relative`` are read by ``floats`` only; either one suffices.

    ``file`` is read by ``custom`` only: the name of a Python file beside the exercise. ``source`` is its text and is
    filled in when the library is linked.
    """

    kind: Comparison = Comparison.EXACT
    absolute: float = 1e-9
    relative: float = 1e-9
    file: str = ""
    source: str = ""


@fact
class Limits:
    """What one case may use. A limit that is hit is told as that limit."""

    cpu_s: float = 2.0
    wall_s: float = 6.0
    memory_mb: int = 256  # beyond what the interpreter itself needs
    output_kb: int = 1024  # of standard output, of standard error and of the returned value, each


@fact
class Case:
    """One input with what it must give.

    Function mode reads ``args`` and ``returns`` (JSON values); standard-input mode reads ``input`` and ``output``
    (text, passed as UTF-8). ``checker`` and ``limits`` replace those of all cases. ``visible`` cases are shown before
    anything is submitted; ``about`` says in a line what the case asks.
    """

    id: str
    args: tuple[Any, ...] = ()
    returns: Any = None
    input: str = ""
    output: str = ""
    checker: Checker | None = None
    limits: Limits | None = None
    visible: bool = False
    about: str = ""
