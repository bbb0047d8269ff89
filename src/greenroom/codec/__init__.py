"""Floor 1: one definition of each fact serves content files, API bodies and JSON columns."""

from .digest import digest
from .path import Path, spell
from .read import dump, read
from .unreadable import Problem, Unreadable

__all__ = ["Path", "Problem", "Unreadable", "digest", "dump", "read", "spell"]
