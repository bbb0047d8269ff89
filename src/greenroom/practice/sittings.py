"""Sittings: begin one, see how far it has come, move on to the next part."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from greenroom.core.exercise import Exercise
from greenroom.core.language import Language
from greenroom.core.verdict import Verdict
from greenroom.records.models import Candidate, CaseRow, PartReached, Sitting, Submission

from .code_files import language_of
from .errors import NotHere, Unusable
from .exercising import begins_itself, live, one

MODES = tuple(Sitting.Mode.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTime:
    """How long one part took; ``seconds`` runs on while it is open, and ``done_at`` is None until then."""

    part: int
    title: str
    planned_minutes: int
    reached_at: datetime
    done_at: datetime | None
    seconds: int

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up: a part never took none."""
        return -(-self.seconds // 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingSheet:
    """How far a sitting has come.

    ``part`` is the open part; ``total`` is None as long as the number of parts is hidden. ``regressions`` counts the
    submissions in which a case of a part that was passed before failed.
    """

    id: int
    slug: str
    mode: str
    language: Language
    part: int
    total: int | None
    parts_done: int
    times: tuple[PartTime, ...]
    regressions: int
    began_at: datetime
    passed_at: datetime | None


def begin(
    candidate: Candidate, slug: str, *, mode: str = "open", language: str = "", again: bool = False
) -> SittingSheet:
    """Sit down to an exercise, or go on with the live sitting (in ``language`` from now on, or the exercise's first).

    ``again`` leaves the live sitting and begins anew at part 1; nothing of the old one is lost. The mode of a live
    sitting stays as it began. Raises ``NotHere`` for an unknown exercise and ``Unusable`` for an unknown mode or
    language.
    """
    exercise = one(slug)
    wanted = language_of(exercise, language)
    if mode not in MODES:
        raise Unusable(f"There is no mode “{mode[:40]}”. Choose {' or '.join(MODES)}.")
    with transaction.atomic():
        sitting = live(candidate, exercise)
        if sitting is not None and again:
            Sitting.objects.filter(pk=sitting.pk).update(left_at=timezone.now())
            sitting = None
        if sitting is None:
            sitting = _begun(candidate, exercise, mode, wanted)
        elif sitting.language != wanted:
            Sitting.objects.filter(pk=sitting.pk).update(language=wanted.value)
            sitting.language = wanted.value
    return sheet(sitting, exercise)


def begin_if_itself(candidate: Candidate, slug: str) -> None:
    """Begin a sitting at an exercise that begins by being worked on; elsewhere, and when there is one, do nothing."""
    exercise = one(slug)
    if begins_itself(exercise) and live(candidate, exercise) is None:
        begin(candidate, slug)


def open(candidate: Candidate, slug: str) -> SittingSheet:
    """Return the live sitting. Raises ``NotHere`` when there is none."""
    exercise = one(slug)
    sitting = live(candidate, exercise)
    if sitting is None:
        raise NotHere(f"You have not begun “{exercise.title}”.")
    return sheet(sitting, exercise)


def sheet(sitting: Sitting, exercise: Exercise) -> SittingSheet:
    """Draw up the sheet of ``sitting``."""
    shown = sitting.mode == Sitting.Mode.OPEN or sitting.passed_at is not None
    total = len(exercise.parts)
    return SittingSheet(
        id=sitting.pk,
        slug=exercise.slug,
        mode=sitting.mode,
        language=Language(sitting.language),
        part=min(sitting.part, total),
        total=total if shown else None,
        parts_done=total if sitting.passed_at else min(sitting.part, total) - 1,
        times=_times(sitting, exercise),
        regressions=_regressions(sitting),
        began_at=sitting.began_at,
        passed_at=sitting.passed_at,
    )


def passed(submission: Submission, exercise: Exercise) -> None:
    """Open the next part, or note that all are passed, when this submission passed the part that is open.

    Called inside the transaction that writes the verdict. Twice changes nothing, as the part must still be open.
    """
    now = timezone.now()
    still = Sitting.objects.filter(pk=submission.sitting_id, part=submission.part, passed_at=None)
    if submission.part >= len(exercise.parts):
        still.update(passed_at=now)
    elif still.update(part=F("part") + 1):
        PartReached.objects.create(
            candidate_id=submission.candidate_id,
            sitting_id=submission.sitting_id,
            part=submission.part + 1,
            reached_at=now,
        )


def _begun(candidate: Candidate, exercise: Exercise, mode: str, language: Language) -> Sitting:
    now = timezone.now()
    sitting = Sitting.objects.create(
        candidate=candidate,
        exercise_id=exercise.id,
        exercise_slug=exercise.slug,
        mode=mode,
        language=language.value,
        began_at=now,
    )
    PartReached.objects.create(candidate=candidate, sitting=sitting, part=1, reached_at=now)
    return sitting


def _times(sitting: Sitting, exercise: Exercise) -> tuple[PartTime, ...]:
    rows = list(PartReached.objects.filter(sitting=sitting).order_by("part"))
    ends = [row.reached_at for row in rows[1:]] + [sitting.passed_at]
    now = timezone.now()
    return tuple(
        PartTime(
            part=row.part,
            title=exercise.parts[row.part - 1].title,
            planned_minutes=exercise.parts[row.part - 1].minutes,
            reached_at=row.reached_at,
            done_at=end,
            seconds=max(0, round(((end or now) - row.reached_at).total_seconds())),
        )
        for row, end in zip(rows, ends, strict=True)
        if row.part <= len(exercise.parts)
    )


def _regressions(sitting: Sitting) -> int:
    rows = CaseRow.objects.filter(submission__sitting=sitting, submission__scope=Submission.Scope.ALL)
    failed = rows.filter(submission__state=Submission.State.DONE, part__gt=0, part__lt=F("submission__part"))
    return failed.exclude(verdict=Verdict.ACCEPTED).values("submission").distinct().count()
