"""Code reading: remarks on accepted code, by rules that are data. The code is parsed and never run."""

from .reading import read

__all__ = ["read"]
