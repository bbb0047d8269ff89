"""The SQL lab: runs a candidate's SQL on a PostgreSQL server of its own and says what came of it."""

from .lab import AuthorsFault, Lab

__all__ = ["AuthorsFault", "Lab"]
