"""Floor 3: content. Read and linked (library), checked by plain rules (lint) and by its own samples (proof)."""

from .check import check
from .exercises import read_exercises
from .fault import Fault
from .gate import Broke, Proof
from .library import Library, load
from .proving import prove_all
from .sql_exercises import read_sql_exercises
from .sql_gate import prove_queries

__all__ = [
    "Broke", "Fault", "Library", "Proof", "check", "load", "prove_all", "prove_queries", "read_exercises",
    "read_sql_exercises",
]  # fmt: skip
