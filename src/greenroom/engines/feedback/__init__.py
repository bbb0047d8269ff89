"""The feedback engine: reviews an answer in prose and says only what it can point at."""

from .explaining import Explanation, explain
from .review import ENGINE_VERSION, review
from .wording import Wording, wording

__all__ = ["ENGINE_VERSION", "Explanation", "Wording", "explain", "review", "wording"]
