"""Two tries side by side."""

from types import SimpleNamespace
from typing import Any

from greenroom.core.evidence import Quote
from greenroom.core.finding import Tone
from greenroom.practice.answers import AnswerSheet
from greenroom.practice.review_sheet import Remark

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
    views = (answer_view(first), answer_view(second))
    return {
        "question": second.question,
        "first": views[0],
        "second": views[1],
        "changes": changes,
        "gained": _quoted(second, _counted(second) - _counted(first)),
        "lost": _quoted(first, _counted(first) - _counted(second)),
        "closed": _closed(first, second),
        "tries": views,
    }


def _marks(sheet: AnswerSheet) -> dict[str, Any]:
    return {mark.criterion: mark for mark in sheet.scorecard.marks}


def _counted(sheet: AnswerSheet) -> set[str]:
    return {name for mark in sheet.scorecard.marks for name in mark.counted}


def _quoted(sheet: AnswerSheet, names: set[str]) -> list[SimpleNamespace]:
    """Return the candidate's words, in their order, each with the kinds of evidence that they carry."""
    found: dict[Quote, list[str]] = {}
    for name in sorted(names):
        quotes = [f for f in sheet.scorecard.findings if name in (f.code, f.point) and isinstance(f.evidence, Quote)]
        best = max(quotes, key=lambda f: f.confidence, default=None)
        if best and isinstance(best.evidence, Quote):
            found.setdefault(best.evidence, []).append(counted([name])[0])
    in_order = sorted(found.items(), key=lambda item: item[0].start)
    return [SimpleNamespace(quote=" ".join(q.text.split()), name=", ".join(kinds)) for q, kinds in in_order]


def _closed(first: AnswerSheet, second: AnswerSheet) -> list[str]:
    """Return the titles of the first's gaps of which the second has none of that code and point."""
    left = {(r.finding.code, r.finding.point) for r in _remarks(second) if r.finding.tone is Tone.GAP}
    gaps = [r for r in _remarks(first) if r.finding.tone is Tone.GAP]
    return list(dict.fromkeys(r.title for r in gaps if (r.finding.code, r.finding.point) not in left))


def _remarks(sheet: AnswerSheet) -> tuple[Remark, ...]:
    return (*sheet.review.gaps, *sheet.review.strengths, *sheet.review.folded)


def _says(before: Any, after: Any) -> str:
    steps = after.band - before.band
    if steps == 0:
        return "The same band"
    words = {1: "One band", 2: "Two bands", 3: "Three bands", 4: "Four bands"}[abs(steps)]
    return f"{words} {'up' if steps > 0 else 'down'}"
