"""Tables of the SQL lab: the schema browser."""

import json
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from greenroom.core.table import Table

from .grid import rows_view


def tables_view(tables: Iterable[Table]) -> dict[str, Any]:
    """Return what ``sql/tables.html`` names; ``words`` is for the editor's completion, as JSON."""
    found = tuple(tables)
    words = [{"name": t.name, "columns": [{"name": c.name, "type": c.type} for c in t.columns]} for t in found]
    return {"tables": [_table(table) for table in found], "words": json.dumps(words, ensure_ascii=False)}


def _table(table: Table) -> SimpleNamespace:
    return SimpleNamespace(
        name=table.name, comment=table.comment, columns=table.columns, sample=rows_view(table.sample)
    )
