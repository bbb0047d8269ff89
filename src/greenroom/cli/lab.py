"""The lab of a command: what it lacks is said before anything is typed or run."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .exits import Exit, Stop

if TYPE_CHECKING:
    from greenroom.engines.judge import Lab


@contextmanager
def opened(language: str) -> Iterator["Lab"]:
    """Open the lab and close it at the end. Raises ``Stop`` when it, or ``language``, cannot be run here."""
    from greenroom.practice import hosting

    with hosting.lab() as lab:
        if missing := lab.missing():
            raise Stop(missing, Exit.LACKING)
        if not lab.languages().get(language, True):
            raise Stop("Node.js is not installed, or `node` is not on the PATH. Install it, or choose Python.")
        yield lab


def need_lab(language: str) -> None:
    """Raise ``Stop`` when code in ``language`` cannot be run here."""
    with opened(language):
        pass
