"""Plainly written rules for content. Each looks at what was read and yields faults; none knows another."""

from collections.abc import Callable, Iterator
from datetime import date

from ...core.exercise import Exercise
from ..document import Document
from ..fault import Fault
from ..library import Library
from ..shelf import Shelf
from . import attacks as attack_rules
from . import claims, copies, guides, names, pay, proofs, rubrics, words
from . import exercises as exercise_rules
from . import indexes as index_rules
from . import queries as query_rules
from .ground import Ground

Rule = Callable[[Ground], Iterator[Fault]]
RULES: tuple[Rule, ...] = (
    *claims.RULES,
    *pay.RULES,
    *names.RULES,
    *guides.RULES,
    *proofs.RULES,
    *rubrics.RULES,
    *words.RULES,
    *copies.RULES,
    *exercise_rules.RULES,
    *query_rules.RULES,
    *attack_rules.RULES,
    *index_rules.RULES,
)


def lint(
    shelf: Shelf,
    library: Library,
    today: date,
    exercises: tuple[Document[Exercise], ...] = (),
    queries: tuple[Document[Exercise], ...] = (),
) -> Iterator[Fault]:
    """Yield the faults that the rules find. ``today`` decides what is stale."""
    ground = Ground(shelf, library, today, exercises, queries)
    for rule in RULES:
        yield from rule(ground)
