"""Writes for people: wrapped lines, headings, marked words. Colour only on a terminal that wants it.

Two screens with the same four methods: ``Plain`` for pipes, dumb terminals and NO_COLOR, ``Coloured`` for the rest.
"""

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Protocol

WIDEST = 100  # characters; longer lines tire the eye


class Screen(Protocol):
    """What a command writes to."""

    def heading(self, text: str) -> None:
        """Write a heading after an empty line."""

    def text(self, text: str, *, indent: int = 0, first: str = "", style: str = "") -> None:
        """Write a paragraph, wrapped; ``first`` stands before its first line (a bullet, a label)."""

    def marked(self, text: str, marks: Sequence[tuple[int, int, str]], *, indent: int = 0) -> None:
        """Write ``text`` with styles on its spans (start, end, style)."""

    def gap(self) -> None:
        """Write an empty line."""


def screen() -> Screen:
    """Return the screen that fits standard output."""
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
    return Coloured() if coloured else Plain()


def width() -> int:
    """How many columns to fill."""
    return max(40, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


class Plain:
    """A screen without colour."""

    def heading(self, text: str) -> None:
        print(f"\n{safe(text)}\n{'-' * min(len(text), width())}")

    def text(self, text: str, *, indent: int = 0, first: str = "", style: str = "") -> None:
        print(_wrapped(safe(text), indent, first))

    def marked(self, text: str, marks: Sequence[tuple[int, int, str]], *, indent: int = 0) -> None:
        for line in text.splitlines():
            print(_wrapped(safe(line), indent, ""))

    def gap(self) -> None:
        print()


class Coloured:
    """A screen on a terminal, by way of rich."""

    def __init__(self) -> None:
        from rich.console import Console

        self.console = Console(width=width(), highlight=False, soft_wrap=False, emoji=False, markup=False)

    def heading(self, text: str) -> None:
        self.console.print()
        self.console.print(safe(text), style="bold")

    def text(self, text: str, *, indent: int = 0, first: str = "", style: str = "") -> None:
        self.console.print(_wrapped(safe(text), indent, first), style=style or None)

    def marked(self, text: str, marks: Sequence[tuple[int, int, str]], *, indent: int = 0) -> None:
        from rich.padding import Padding
        from rich.text import Text

        shown = Text(safe(text))
        for start, end, style in marks:
            shown.stylize(style, start, end)
        self.console.print(Padding(shown, (0, 0, 0, indent)))

    def gap(self) -> None:
        self.console.print()


def safe(text: str) -> str:
    """Return ``text`` without the characters that steer a terminal; every offset stays as it is.

    An answer may come from anywhere: an escape sequence or a right-to-left override in it must not reach the screen.
    """
    return "".join(c if c in "\n\t" or not _steers(c) else "\ufffd" for c in text)


def _steers(c: str) -> bool:
    return (
        c < " "
        or "\ud800" <= c <= "\udfff"
        or "\x7f" <= c <= "\x9f"
        or c in "\u061c\u200e\u200f"
        or "\u202a" <= c <= "\u202e"
        or "\u2066" <= c <= "\u2069"
    )


def _wrapped(text: str, indent: int, first: str) -> str:
    margin = " " * indent
    hanging = margin + " " * len(first)
    return textwrap.fill(
        text,
        width(),
        initial_indent=margin + first,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
