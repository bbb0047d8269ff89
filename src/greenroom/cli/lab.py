"""The lab of a command: what it lacks is said before anything is typed or run."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from greenroom.core.language import Language

from .exits import Exit, Stop

if TYPE_CHECKING:
    from greenroom.engines.sqllab import Lab as SqlLab


@contextmanager
def opened(language: str) -> Iterator[Any]:
    """Open the lab that runs ``language`` and close it at the end. Raises ``Stop`` when it cannot be run here."""
    if language == Language.SQL:
        with sql_lab() as sql:
            yield sql
        return
    from greenroom.practice import hosting

    with hosting.lab() as lab:
        if missing := lab.missing():
            raise Stop(missing, Exit.LACKING)
        if not lab.languages().get(language, True):
            raise Stop("Node.js is not installed, or `node` is not on the PATH. Install it, or choose Python.")
        yield lab


@contextmanager
def sql_lab() -> Iterator["SqlLab"]:
    """Open the SQL lab; its server starts at the first statement. Raises ``Stop`` when there is none for it here."""
    from greenroom.practice.shelves import open_sql_lab

    with open_sql_lab() as lab:
        if missing := lab.missing():
            raise Stop(missing, Exit.LACKING)
        yield lab


def need_lab(language: str) -> None:
    """Raise ``Stop`` when code in ``language`` cannot be run here."""
    with opened(language):
        pass
