"""Check a library: what reading found, then lint, then proof."""

from datetime import date
from pathlib import Path

from .exercises import outline, read_exercises
from .fault import Fault
from .library import assemble
from .lint import lint
from .proof import Review, Score, prove
from .shelf import read_all
from .sql_exercises import read_schemas, read_sql_exercises


def check(root: Path, today: date, review: Review | None = None, score: Score | None = None) -> list[Fault]:
    """Return every fault of the content below ``root``, in the order of files and lines.

    With ``review`` (the feedback engine's door) and ``score``, the samples are proved too; with one of them alone,
    ``ValueError`` is raised.
    """
    if (review is None) != (score is None):
        raise ValueError("check needs both review and score to prove samples, or neither")
    read = list(read_exercises(root))
    exercises = tuple(document for document, _ in read if document)
    read_sql = list(read_sql_exercises(root))
    queries = tuple(document for document, _ in read_sql if document)
    told = [faults for _, faults in (*read, *read_sql, *read_schemas(root))]
    shelf = read_all(root).beside(map(outline, (*exercises, *queries)), (fault for faults in told for fault in faults))
    library = assemble(shelf)
    faults = {*library.faults, *lint(shelf, library, today, exercises, queries)}
    if review and score:
        faults |= set(prove(shelf, library, review, score))
    return sorted(faults)
