"""How far the rows of a large data set are: they are made once, in the background."""

from .fact import fact


@fact
class TableMade:
    """Rows of a table that are there, of those that will be."""

    table: str
    rows: int
    of: int


@fact
class Making:
    """How far a large data set is: ``step`` in words, its tables, and the disk space in bytes that it takes by now.

    ``disk`` is what all large data sets and their copies take together, in bytes. ``failed`` says why it cannot be
    made; empty when nothing is wrong.
    """

    ready: bool
    step: str
    tables: tuple[TableMade, ...] = ()
    bytes: int = 0
    disk: int = 0
    failed: str = ""
