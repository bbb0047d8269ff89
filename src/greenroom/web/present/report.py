"""The report on a sitting."""

from types import SimpleNamespace
from typing import Any

from greenroom.practice.reports import ReportSheet

from .code_reading import reading_view
from .exercise import LANGUAGES
from .words import duration


def report_view(sheet: ReportSheet) -> dict[str, Any]:
    """Return what ``exercise_report.html`` names."""
    sitting = sheet.sitting
    return {
        "title": sheet.title,
        "slug": sitting.slug,
        "language": LANGUAGES[sitting.language],
        "mode": sitting.mode,
        "passed": sitting.passed_at,
        "began": sitting.began_at,
        "done": sitting.parts_done,
        "total": sitting.total,
        "regressions": sitting.regressions,
        "submissions": sheet.submissions,
        "own": sheet.own_tests,
        "reading": reading_view(sheet.reading),
        "read": sheet.read,
        "trade_off": sheet.trade_off,
        "hints": sheet.hints_opened,
        "evidence": sheet.evidence.value,
        "parts": [
            SimpleNamespace(
                number=time.part,
                title=time.title,
                took=duration(time.seconds),
                planned=time.planned_minutes,
                done=time.done_at is not None,
            )
            for time in sitting.times
        ],
        "taken": duration(sum(time.seconds for time in sitting.times if time.done_at)),
    }
