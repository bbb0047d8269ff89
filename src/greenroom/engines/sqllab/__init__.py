"""The SQL lab: runs a candidate's SQL on a PostgreSQL server of its own and says what came of it."""

from .answer import AuthorsFault, Refused
from .lab import Lab
from .server import Unavailable

__all__ = ["AuthorsFault", "Lab", "Refused", "Unavailable"]
