"""Floor 3: content. Read and linked (library), checked by plain rules (lint) and by its own samples (proof)."""

from .check import check
from .fault import Fault
from .library import Library, load

__all__ = ["Fault", "Library", "check", "load"]
