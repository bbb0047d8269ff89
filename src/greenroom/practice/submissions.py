"""Submissions: hand one in, look at one, follow its results, cancel it. Judging is ``judging.py``."""

import shlex
from collections.abc import Mapping

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from greenroom import work
from greenroom.codec import read
from greenroom.core.exercise import Exercise
from greenroom.core.language import Language
from greenroom.core.outcome import CaseResult
from greenroom.core.sql import Form
from greenroom.core.verdict import Verdict
from greenroom.records.models import Candidate, CaseRow, CodeDraft, Submission

from . import code_reading, labs, sittings, trade_offs
from .code_files import Handed, taken
from .errors import NotHere, Unusable
from .exercising import by_id, digest_of, live, one
from .own_tests import OwnTestsSheet, own_tests
from .shelves import version_of
from .sql_sheets import about_case
from .submission_sheets import Progress, ResultSheet, SubmissionCard, SubmissionSheet
from .trials import visible

SCOPES = tuple(Submission.Scope.values)


def submit(
    candidate: Candidate, slug: str, files: Mapping[str, bytes], *, scope: str = "all", mode: str = "open"
) -> int:
    """Keep a submission, hand its job over in the same transaction, and return its id.

    ``files`` maps ``solution.py``, ``solution.js`` or ``solution.sql`` to its bytes, and ``tests.txt`` to own tests of
    code if there are any. It is judged on the parts reached in the live sitting; without one, a sitting begins in
    ``mode``. With the scope "visible" the visible cases (or the visible data set) and own tests are run and no part is
    opened. Raises ``NotHere`` for an unknown exercise and ``Unusable`` for files that cannot be taken, before any row
    is written.
    """
    exercise = one(slug)
    handed = taken(exercise, files)
    own_tests(exercise, handed.tests)
    if scope not in SCOPES:
        raise Unusable(f"There is no scope “{scope[:40]}”. Choose {' or '.join(SCOPES)}.")
    with transaction.atomic():
        sittings.begin(candidate, slug, mode=mode, language=handed.language.value)
        submission = _kept(candidate, exercise, handed, scope)
        transaction.on_commit(lambda: work.hand_over(submission.pk))
    return submission.pk


def open(candidate: Candidate, id: int) -> SubmissionSheet:
    """Return a submission of this candidate. Raises ``NotHere`` when it is not there or somebody else's."""
    submission = _own(candidate, id)
    exercise = _exercise(submission)
    done = submission.state == Submission.State.DONE
    every = submission.scope == Submission.Scope.ALL
    passed = done and every and submission.verdict == Verdict.ACCEPTED
    sitting = sittings.sheet(submission.sitting, exercise)
    return SubmissionSheet(
        id=submission.pk,
        slug=exercise.slug,
        title=exercise.title,
        form=exercise.sql.form if exercise.sql else None,
        language=Language(submission.language),
        source="".join(submission.files.values()),
        tests=submission.tests,
        scope=submission.scope,
        part=submission.part,
        passed=passed,
        progress=_progress(submission, exercise, 0, None),
        own_tests=read(OwnTestsSheet, submission.own_tests) if submission.own_tests else None,
        reading=code_reading.sheet(submission),
        trade_off=trade_offs.of(candidate, exercise) if passed and sitting.passed_at else None,
        sitting=sitting,
        created_at=submission.created_at,
        finished_at=submission.finished_at,
        engine_version=submission.engine_version,
        exercise_digest=submission.exercise_digest,
        content_changed=submission.exercise_digest != digest_of(exercise.slug),
    )


def since(candidate: Candidate, id: int, position: int = 0, *, attempt: int | None = None) -> Progress:
    """Return what is known beyond the first ``position`` results of ``attempt``. Raises ``NotHere``.

    When another attempt has begun meanwhile, everything that it knows is returned.
    """
    submission = _own(candidate, id)
    return _progress(submission, _exercise(submission), position, attempt)


def wait(
    candidate: Candidate, id: int, position: int = 0, *, attempt: int | None = None, seconds: float = 20
) -> Progress:
    """Return as ``since`` does, but wait up to ``seconds`` for something new. Blocks; use it off the event loop."""
    until = work.now() + seconds
    warming = None
    while True:
        seen = work.bell.count(id)
        progress = since(candidate, id, position, attempt=attempt)
        new = progress.results or progress.over or (attempt is not None and progress.attempt != attempt)
        new = new or warming not in (None, progress.warming)
        warming = progress.warming
        left = until - work.now()
        if new or left <= 0:
            return progress
        work.bell.wait(id, seen, min(left, work.LOOK_AGAIN))


def cancel(candidate: Candidate, id: int) -> None:
    """Stop judging it; what is known stays. One that is over stays as it is. Raises ``NotHere``."""
    submission = _own(candidate, id)
    live_states = (Submission.State.WAITING, Submission.State.RUNNING)
    rows = Submission.objects.filter(pk=submission.pk, state__in=live_states)
    if rows.update(state=Submission.State.CANCELLED, finished_at=timezone.now(), lease_until=None):
        work.cancel(id)


def cards(candidate: Candidate, exercise_id: str, *, limit: int = 50) -> tuple[SubmissionCard, ...]:
    """List this candidate's submissions for the exercise of that lasting id, newest first."""
    rows = Submission.objects.filter(candidate=candidate, exercise_id=exercise_id).order_by("-id")
    light = rows.only("exercise_slug", "language", "scope", "part", "state", "verdict", "created_at")
    return tuple(
        SubmissionCard(
            id=row.pk,
            slug=row.exercise_slug,
            language=Language(row.language),
            scope=row.scope,
            part=row.part,
            state=row.state,
            verdict=Verdict(row.verdict) if row.verdict else None,
            created_at=row.created_at,
        )
        for row in light[:limit]
    )


def scoped(exercise: Exercise, scope: str) -> Exercise:
    """Return ``exercise`` with what a submission of that scope is judged on."""
    return exercise if scope == Submission.Scope.ALL else visible(exercise)


def _kept(candidate: Candidate, exercise: Exercise, handed: Handed, scope: str) -> Submission:
    sitting = live(candidate, exercise)
    submission = Submission.objects.create(
        candidate=candidate,
        sitting=sitting,
        exercise_id=exercise.id,
        exercise_slug=exercise.slug,
        exercise_digest=digest_of(exercise.slug),
        engine_version=version_of(exercise.kind),
        language=handed.language.value,
        files=handed.files,
        tests=handed.tests,
        scope=scope,
        part=min(sitting.part, len(exercise.parts)),
        created_at=timezone.now(),
    )
    CodeDraft.objects.filter(candidate=candidate, exercise_id=exercise.id, language=handed.language.value).delete()
    return submission


def _own(candidate: Candidate, id: int) -> Submission:
    submission = Submission.objects.select_related("sitting").filter(candidate=candidate, pk=id).first()
    if submission is None:
        raise NotHere("There is no such submission.")
    return submission


def _exercise(submission: Submission) -> Exercise:
    exercise = by_id(submission.exercise_id, submission.exercise_slug)
    if exercise is None:
        name = submission.exercise_slug
        raise NotHere(f"The exercise “{name}” is no longer in the library; its submissions are in your export.")
    return exercise


def _progress(submission: Submission, exercise: Exercise, position: int, attempt: int | None) -> Progress:
    since = position if attempt in (None, submission.attempt) else 0
    rows = CaseRow.objects.filter(
        candidate_id=submission.candidate_id,
        submission=submission,
        attempt=submission.attempt,
        position__gte=since,
    )
    results = tuple(_result(row, submission, exercise) for row in rows.order_by("position"))
    over = submission.state in (Submission.State.DONE, Submission.State.CANCELLED)
    known = since + len(results)
    return Progress(
        id=submission.pk,
        state=submission.state,
        attempt=submission.attempt,
        verdict=Verdict(submission.verdict) if submission.verdict else None,
        results=results,
        known=known,
        expected=_expected(submission, exercise),
        over=over,
        warming="" if known or over else labs.warming(exercise),
    )


def _expected(submission: Submission, exercise: Exercise) -> int:
    if exercise.sql is not None:
        every = submission.scope == Submission.Scope.ALL or exercise.sql.form is not Form.QUERY
        return len(exercise.sql.cases) if every else 1
    parts = scoped(exercise, submission.scope).parts[: submission.part]
    own = 0 if submission.scope == Submission.Scope.ALL else len(own_tests(exercise, submission.tests).cases)
    return sum(len(part.cases.cases) + (part.growth is not None) for part in parts) + own


def _result(row: CaseRow, submission: Submission, exercise: Exercise) -> ResultSheet:
    result = read(CaseResult, row.result)
    cases = exercise.parts[row.part - 1].cases.cases if 0 < row.part <= len(exercise.parts) else ()
    case = next((case for case in cases if case.id == result.case), None)
    return ResultSheet(
        position=row.position,
        kind=exercise.kind,
        part=row.part,
        about=case.about if case else about_case(exercise, result.case),
        visible=bool(case and case.visible),
        result=result,
        again=_again(submission, exercise, row.part, result) if case else "",
    )


def _again(submission: Submission, exercise: Exercise, part: int, result: CaseResult) -> str:
    if result.verdict is Verdict.ACCEPTED:
        return ""
    file = next(iter(submission.files))
    cases = settings.CONTENT_ROOT / "exercises" / exercise.kind.value / exercise.slug / "cases" / f"{part}.json"
    return shlex.join(["greenroom", "judge", file, "--cases", str(cases), "--case", result.case])
