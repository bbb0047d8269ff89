"""The report on a sitting: parts done, regressions, minutes, own tests, hints."""

from dataclasses import dataclass

from greenroom.codec import read
from greenroom.core.code_reading import CodeReading
from greenroom.core.hinting import Evidence
from greenroom.records.models import Candidate, Submission

from . import code_reading, hints, trade_offs
from .exercising import live, one
from .own_tests import OwnTestsSheet
from .sittings import SittingSheet
from .sittings import open as open_sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSheet:
    """What a sitting shows. ``evidence`` is what its passed parts show after the hints that were opened.

    ``reading`` is what was remarked on the code that was accepted last, and ``read`` that submission's id.
    ``trade_off`` comes once all parts are passed.
    """

    title: str
    sitting: SittingSheet
    submissions: int
    own_tests: OwnTestsSheet | None
    hints_opened: int
    evidence: Evidence
    reading: CodeReading | None
    read: int | None
    trade_off: trade_offs.TradeOff | None


def open(candidate: Candidate, slug: str) -> ReportSheet:
    """Draw up the report on the live sitting. Raises ``NotHere`` when there is none."""
    exercise = one(slug)
    sheet = open_sitting(candidate, slug)
    sitting = live(candidate, exercise)
    judged = Submission.objects.filter(candidate=candidate, sitting=sitting, state=Submission.State.DONE)
    tried = judged.exclude(own_tests=None).order_by("-id").first()
    accepted = judged.exclude(code_reading=None).order_by("-id").first()
    return ReportSheet(
        title=exercise.title,
        sitting=sheet,
        submissions=judged.filter(scope=Submission.Scope.ALL).count(),
        own_tests=read(OwnTestsSheet, tried.own_tests) if tried else None,
        hints_opened=hints.opened(sitting),
        evidence=hints.evidence_of(sitting),
        reading=code_reading.sheet(accepted) if accepted else None,
        read=accepted.pk if accepted else None,
        trade_off=trade_offs.of(candidate, exercise) if sheet.passed_at else None,
    )
