"""The judge: runs a candidate's code on cases in the sandbox and says what came of each."""

from .lab import Lab

__all__ = ["Lab"]
