"""Hints: a ladder of three levels, opened one by one. Opening lowers what a pass shows, never the verdict."""

from dataclasses import dataclass

from django.utils import timezone

from greenroom.core.exercise import Exercise, Hints
from greenroom.core.hinting import STEPS, Evidence, Step, closest, evidence
from greenroom.core.verdict import Verdict
from greenroom.records.models import Candidate, CaseRow, HintOpened, Sitting, Submission

from .errors import NotHere
from .exercising import begins_itself, live, one
from .sittings import begin_if_itself

JUDGED = (Submission.State.DONE, Submission.Scope.ALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class HintSheet:
    """One opened hint. ``level`` counts from 1."""

    level: int
    step: Step
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderSheet:
    """The hints on the open part: those that were opened, and the level that can be opened next (None: all are).

    ``mistake`` says what the last submission behaves like, once a hint of that ladder is open; "" for the general
    ladder. ``fitting`` is True when a named mistake was recognised: then hints may be offered; the general ladder is
    for those who ask.
    """

    part: int
    fitting: bool
    mistake: str
    opened: tuple[HintSheet, ...]
    next: int | None
    evidence: Evidence


def open(candidate: Candidate, slug: str) -> LadderSheet:
    """Return the ladder that fits the last submission, else the general one.

    Raises ``NotHere`` without a sitting, but for an exercise at which one sits down by beginning to write.
    """
    exercise = one(slug)
    if begins_itself(exercise) and live(candidate, exercise) is None:
        return LadderSheet(part=1, fitting=False, mistake="", opened=(), next=1, evidence=evidence(0))
    exercise, sitting = _at(candidate, slug)
    return _sheet(exercise, sitting, _fitting(exercise, sitting))


def climb(candidate: Candidate, slug: str) -> LadderSheet:
    """Open the next level and return the ladder; with all levels open nothing changes. Raises ``NotHere``."""
    begin_if_itself(candidate, slug)
    exercise, sitting = _at(candidate, slug)
    wrong = _fitting(exercise, sitting)
    ladder = _sheet(exercise, sitting, wrong)
    if ladder.next is not None:
        HintOpened.objects.get_or_create(
            candidate=candidate,
            sitting=sitting,
            part=ladder.part,
            wrong=wrong,
            level=ladder.next,
            defaults={"opened_at": timezone.now()},
        )
    return _sheet(exercise, sitting, wrong)


def opened(sitting: Sitting) -> int:
    """Count the hints opened in a sitting."""
    return HintOpened.objects.filter(sitting=sitting).count()


def evidence_of(sitting: Sitting, part: int | None = None) -> Evidence:
    """Return what passing shows after the hints opened on ``part``, or on all parts."""
    rows = HintOpened.objects.filter(sitting=sitting)
    levels = (rows if part is None else rows.filter(part=part)).values_list("level", flat=True)
    return evidence(max(levels, default=0))


def _at(candidate: Candidate, slug: str) -> tuple[Exercise, Sitting]:
    exercise = one(slug)
    sitting = live(candidate, exercise)
    if sitting is None:
        raise NotHere(f"You have not begun “{exercise.title}”.")
    return exercise, sitting


def _fitting(exercise: Exercise, sitting: Sitting) -> str:
    """Return the name of the wrong solution that the last judged submission on this part behaves like, or ""."""
    judged = sitting.submissions.filter(state=JUDGED[0], scope=JUDGED[1], part=sitting.part)
    last = judged.order_by("-id").first()
    if last is None or last.verdict in ("", Verdict.ACCEPTED):
        return ""
    if any(wrong.name == last.resembles for wrong in exercise.wrong):
        return last.resembles
    rows = CaseRow.objects.filter(submission=last, attempt=last.attempt).exclude(verdict=Verdict.ACCEPTED)
    failed = {row.result["case"] for row in rows if row.verdict != Verdict.TOO_SLOW_TO_GROW}
    wrong = closest(exercise, last.part, failed, Verdict(last.verdict))
    return wrong.name if wrong else ""


def _sheet(exercise: Exercise, sitting: Sitting, wrong: str) -> LadderSheet:
    part = min(sitting.part, len(exercise.parts))
    named = next((w for w in exercise.wrong if w.name == wrong), None)
    hints = named.hints if named else exercise.parts[part - 1].hints
    rows = HintOpened.objects.filter(sitting=sitting, part=part, wrong=wrong).order_by("level")
    shown = tuple(_hint(hints, row.level) for row in rows)
    return LadderSheet(
        part=part,
        fitting=named is not None,
        mistake=named.mistake if named and shown else "",
        opened=shown,
        next=len(shown) + 1 if len(shown) < len(STEPS) else None,
        evidence=evidence_of(sitting, part),
    )


def _hint(hints: Hints, level: int) -> HintSheet:
    step = STEPS[level - 1]
    return HintSheet(level=level, step=step, text=getattr(hints, step.value))
