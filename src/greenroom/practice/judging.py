"""Judge a submission: claim it, run it, write each result as it comes, and the verdict at the end.

The row is the truth. A claim is a compare-and-set that raises ``attempt``; every write after it happens only where the
attempt still is ours, so a claimer that was thought dead and wakes late changes nothing.
"""

import logging
import os
import socket
from collections.abc import Iterator
from datetime import timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from greenroom import work
from greenroom.codec import dump
from greenroom.core.code_reading import CodeReading
from greenroom.core.exercise import Exercise, Kind
from greenroom.core.language import Language
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.verdict import Verdict, overall
from greenroom.records.models import CaseRow, Submission

from . import code_reading, sittings, sql_results
from .exercising import by_id, digest_of
from .own_tests import OwnTestsSheet, own_tests, worth
from .shelves import version_of
from .storable import storable
from .trials import OWN, tried

if TYPE_CHECKING:
    from .shelves import AnyLab

LEASE = timedelta(seconds=20)  # how long a claim holds without a sign of life
BEAT = 5.0  # seconds between two signs of life while a case runs
DEATHS = 3  # a job that has killed its worker so often is an internal error
GAVE_UP = "Judging this submission failed three times. It is our fault, not the code's; the log says more."
_GIVEN_UP = CaseResult(case="", verdict=Verdict.INTERNAL_ERROR, message=GAVE_UP, fault=AtFault.JUDGE)
_LOG = logging.getLogger("greenroom.judging")


class Lost(RuntimeError):
    """Somebody else has the submission now, or it was cancelled."""


def judge(id: int, lab: "AnyLab") -> bool:
    """Judge the submission if it waits, or if its claimer is gone. Return whether it was ours to finish.

    ``lab`` is the one for exercises of its kind; ``kind_of`` says which.
    Whatever raises here is our fault: it is logged, the submission waits again, and the third time it is an internal
    error. Nothing is raised but what ends the process.
    """
    while (submission := _claimed(id)) is not None:
        try:
            with _Beating(submission):
                _run(submission, lab)
            return True
        except Lost:
            return False
        except Exception:
            _LOG.exception("judging submission %s failed (attempt %s)", id, submission.attempt)
            _given_back(submission)
        finally:
            work.ring(id)
    return False


def kind_of(id: int) -> Kind:
    """Return the kind of exercise that the submission is for; it says which lab judges it."""
    row = Submission.objects.filter(pk=id).only("exercise_id", "exercise_slug").first()
    exercise = by_id(row.exercise_id, row.exercise_slug) if row else None
    return exercise.kind if exercise else Kind.CODE


def unfinished() -> list[int]:
    """Return the ids of what waits or has lost its claimer, oldest first."""
    rows = Submission.objects.filter(Q(state=Submission.State.WAITING) | Q(state=Submission.State.RUNNING))
    light = rows.order_by("id").only("state", "worker", "lease_until")
    return [row.pk for row in light if row.state == Submission.State.WAITING or _abandoned(row)]


def leave() -> None:
    """Give back what this process is judging: it ends in order, which is no death of the job."""
    ours = Submission.objects.filter(state=Submission.State.RUNNING, worker=_me())
    ours.update(state=Submission.State.WAITING, lease_until=None)


def _claimed(id: int) -> Submission | None:
    """Claim the submission and forget what an earlier claimer found; None when it is not to be had."""
    with transaction.atomic():
        row = Submission.objects.filter(pk=id).first()
        if row is None or row.state not in (Submission.State.WAITING, Submission.State.RUNNING):
            return None
        died = row.state == Submission.State.RUNNING
        if died and not _abandoned(row):
            return None
        deaths = row.deaths + died
        ours = Submission.objects.filter(pk=id, state=row.state, attempt=row.attempt)
        if deaths >= DEATHS:
            _give_up(ours, row, deaths)
            return None
        claimed = ours.update(
            state=Submission.State.RUNNING,
            attempt=F("attempt") + 1,
            deaths=deaths,
            worker=_me(),
            lease_until=timezone.now() + LEASE,
        )
        if not claimed:
            return None
        CaseRow.objects.filter(submission_id=id).delete()
        return Submission.objects.select_related("sitting").get(pk=id)


def _give_up(ours, row: Submission, deaths: int) -> None:  # type: ignore[no-untyped-def]  # a queryset of one
    given_up = ours.update(
        state=Submission.State.DONE,
        verdict=Verdict.INTERNAL_ERROR.value,
        deaths=deaths,
        attempt=F("attempt") + 1,
        finished_at=timezone.now(),
        lease_until=None,
    )
    if given_up:
        CaseRow.objects.filter(submission_id=row.pk).delete()
        row.attempt += 1
        _row(row, 0, _GIVEN_UP).save(force_insert=True)


def _run(submission: Submission, lab: "AnyLab") -> None:
    exercise = by_id(submission.exercise_id, submission.exercise_slug)
    if exercise is None:
        raise LookupError(f"the exercise {submission.exercise_slug} is no longer in the library")
    verdicts, failed = [], []
    for position, result in enumerate(_results(submission, exercise, lab)):
        if result.fault is AtFault.EXERCISE:  # trying again would meet the same mistake
            _LOG.warning("%s in submission %s: %s", exercise.slug, submission.pk, result.message)
        elif result.verdict is Verdict.INTERNAL_ERROR and not lab.missing() and submission.deaths + 1 < DEATHS:
            raise RuntimeError(f"the judge failed: {result.message}")
        _keep(submission, position, result)
        if not result.case.startswith(OWN):
            verdicts.append(result.verdict)
            failed += [result.case] if result.verdict is Verdict.WRONG_ANSWER else []
    own = own_tests(exercise, submission.tests)
    caught = worth(exercise, own, Language(submission.language), lab) if own.cases else None
    verdict = overall(verdicts)
    _finish(submission, exercise, verdict, caught, code_reading.of(submission, exercise, verdict))
    if verdict is Verdict.WRONG_ANSWER and exercise.kind is Kind.SQL and submission.scope == Submission.Scope.ALL:
        _note_resemblance(submission, exercise, failed, lab)


def _note_resemblance(submission: Submission, exercise: Exercise, failed: list[str], lab: "AnyLab") -> None:
    """Keep which mistake it is like, after the verdict: only hints wait for it."""
    files = {name: text.encode() for name, text in submission.files.items()}
    name = sql_results.resembles(exercise, files, failed, lab)
    Submission.objects.filter(pk=submission.pk, attempt=submission.attempt).update(resembles=name)


def _results(submission: Submission, exercise: Exercise, lab: "AnyLab") -> Iterator[CaseResult]:
    if submission.scope == Submission.Scope.VISIBLE:
        return tried(exercise, submission.files, submission.tests, submission.part, lab)
    files = {name: text.encode() for name, text in submission.files.items()}
    if exercise.kind is Kind.SQL:
        return sql_results.judged(exercise, files, lab)
    return lab.run(exercise, files, submission.part)


def _keep(submission: Submission, position: int, result: CaseResult) -> None:
    """Write one result where the attempt still is ours. Raises ``Lost``."""
    with transaction.atomic():
        _still_ours(submission)
        _row(submission, position, result).save(force_insert=True)
    work.ring(submission.pk)


def _finish(
    submission: Submission,
    exercise: Exercise,
    verdict: Verdict,
    caught: OwnTestsSheet | None,
    reading: CodeReading | None,
) -> None:
    with transaction.atomic():
        _still_ours(
            submission,
            state=Submission.State.DONE,
            verdict=verdict.value,
            own_tests=dump(caught) if caught else None,
            code_reading=code_reading.kept(reading),
            exercise_digest=digest_of(exercise.slug),
            engine_version=version_of(exercise.kind),
            finished_at=timezone.now(),
            lease_until=None,
        )
        if verdict is Verdict.ACCEPTED and submission.scope == Submission.Scope.ALL:
            sittings.passed(submission, exercise)


def _still_ours(submission: Submission, **fields: object) -> None:
    """Write ``fields``, or else a longer lease, where the attempt still is ours. Raises ``Lost``."""
    ours = Submission.objects.filter(pk=submission.pk, state=Submission.State.RUNNING, attempt=submission.attempt)
    if not ours.update(**(fields or {"lease_until": timezone.now() + LEASE})):
        raise Lost


def _given_back(submission: Submission) -> None:
    """Let it wait again, with one failure more."""
    ours = Submission.objects.filter(pk=submission.pk, state=Submission.State.RUNNING, attempt=submission.attempt)
    deaths = submission.deaths + 1
    with transaction.atomic():
        if deaths >= DEATHS:
            _give_up(ours, submission, deaths)
        else:
            ours.update(state=Submission.State.WAITING, deaths=deaths, lease_until=None)


def _row(submission: Submission, position: int, result: CaseResult) -> CaseRow:
    return CaseRow(
        candidate_id=submission.candidate_id,
        submission_id=submission.pk,
        attempt=submission.attempt,
        position=position,
        part=result.part,
        verdict=result.verdict.value,
        result=storable(dump(result)),
    )


def _me() -> str:
    return f"{socket.gethostname()[:90]}:{os.getpid()}"


def _abandoned(row: Submission) -> bool:
    """True when the claim ran out, or when its process was one of this machine and is there no more."""
    if row.lease_until is None or row.lease_until < timezone.now():
        return True
    host, _, number = row.worker.rpartition(":")
    if host != socket.gethostname()[:90] or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


class _Beating:
    """Lengthens the lease while one long case runs, from a thread with a connection of its own."""

    def __init__(self, submission: Submission) -> None:
        self._submission, self._over = submission, Event()
        self._thread = Thread(target=self._beat, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *about: object) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        try:
            while not self._over.wait(BEAT):
                _still_ours(self._submission)
        except Lost:
            pass  # the next result will tell
        except Exception:
            _LOG.exception("no sign of life could be given for submission %s", self._submission.pk)
        finally:
            connection.close()
