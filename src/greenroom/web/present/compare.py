"""Two tries side by side."""

from types import SimpleNamespace
from typing import Any

from greenroom.practice.answers import AnswerSheet

from .feedback import answer_view
from .words import counted


def compare_view(first: AnswerSheet, second: AnswerSheet) -> dict[str, Any]:
    """Return what ``compare.html`` names."""
    before, after = _marks(first), _marks(second)
    shared = [c for c in second.rubric.criteria if c.id in before and c.id in after]
    changes = [
        SimpleNamespace(name=c.name, before=before[c.id], after=after[c.id], says=_says(before[c.id], after[c.id]))
        for c in shared
    ]
    had, has = _evidence(first), _evidence(second)
    views = (answer_view(first), answer_view(second))
    return {
        "question": second.question,
        "first": views[0],
        "second": views[1],
        "changes": changes,
        "gained": counted(sorted(has - had)),
        "lost": counted(sorted(had - has)),
        "tries": views,
    }


def _marks(sheet: AnswerSheet) -> dict[str, Any]:
    return {mark.criterion: mark for mark in sheet.scorecard.marks}


def _evidence(sheet: AnswerSheet) -> set[str]:
    return {name for mark in sheet.scorecard.marks for name in mark.counted}


def _says(before: Any, after: Any) -> str:
    steps = after.band - before.band
    if steps == 0:
        return "The same band"
    words = {1: "One band", 2: "Two bands", 3: "Three bands", 4: "Four bands"}[abs(steps)]
    return f"{words} {'up' if steps > 0 else 'down'}"
