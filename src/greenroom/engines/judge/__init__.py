"""The judge: runs a candidate's code on cases in the sandbox and says what came of each."""

from .cases import only, read_cases
from .lab import Lab

__all__ = ["Lab", "only", "read_cases"]
