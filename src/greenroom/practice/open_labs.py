"""The labs of a process that judges: each is opened at the first need and kept until the end."""

from contextlib import ExitStack

from greenroom.core.exercise import Kind

from . import hosting
from .shelves import AnyLab, open_sql_lab


class OpenLabs:
    """Gives the lab for a kind of exercise. Used by one thread."""

    def __init__(self) -> None:
        self._open: dict[Kind, AnyLab] = {}
        self._stack = ExitStack()

    def of(self, kind: Kind) -> AnyLab:
        """Return the lab that runs exercises of ``kind``, opened when it is the first time."""
        if kind not in self._open:
            self._open[kind] = self._stack.enter_context(open_sql_lab() if kind is Kind.SQL else hosting.lab())
        return self._open[kind]

    def close(self) -> None:
        """Close what was opened."""
        self._stack.close()
        self._open.clear()
