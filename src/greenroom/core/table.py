"""A table as the schema browser shows it."""

from .fact import fact
from .grid import Rows


@fact
class TableColumn:
    """A column: its type as PostgreSQL writes it, whether it may be empty, what it refers to (``table (column)``)."""

    name: str
    type: str
    empty: bool
    key: bool = False
    refers_to: str = ""
    comment: str = ""


@fact
class Table:
    """A table with its columns and the first rows of the data set that candidates see."""

    name: str
    comment: str = ""
    columns: tuple[TableColumn, ...] = ()
    sample: Rows = Rows(columns=())
