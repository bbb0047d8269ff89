"""Opinions: a candidate says that a finding is right or wrong, or that a missing point was said after all."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from greenroom.codec import read
from greenroom.core.finding import Finding
from greenroom.core.scorecard import Scorecard
from greenroom.records.models import Answer, Candidate, Opinion

from .errors import NotHere

SAYS = frozenset(Opinion.Says.values)
LONGEST = 2_000  # characters of a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionSheet:
    """What the candidate said of the finding at ``place``."""

    place: int
    says: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A kind of finding that candidates marked wrong more often than right. ``point`` is "" unless it is about one."""

    question_id: str
    code: str
    rule: str
    point: str
    wrong: int
    right: int


def say(candidate: Candidate, answer_id: int, place: int, says: str, reason: str = "") -> None:
    """Keep an opinion; a later one on the same finding takes its place; ``says`` "" takes it back.

    Raises ``NotHere`` when the answer or the finding is not there, or when that cannot be said of such a finding.
    """
    answer = Answer.objects.filter(candidate=candidate, id=answer_id).first()
    if answer is None:
        raise NotHere("There is no such answer.")
    finding = _finding(answer, place)
    if not says:
        Opinion.objects.filter(answer=answer, place=place).delete()
        return
    if says not in SAYS or (says == Opinion.Says.COVERED and finding.code != "point_missing"):
        raise NotHere("That cannot be said of this finding.")
    Opinion.objects.update_or_create(
        answer=answer,
        place=place,
        defaults={
            "candidate": candidate,
            "says": says,
            "reason": reason[:LONGEST].replace("\x00", "\ufffd"),
            "question_id": answer.question_id,
            "code": finding.code,
            "rule": finding.rule,
            "point": finding.point,
            "engine_version": answer.engine_version,
            "said_at": timezone.now(),
        },
    )


def on(candidate: Candidate, answer_id: int) -> dict[int, OpinionSheet]:
    """Return the opinions on an answer by the place of their findings."""
    rows = Opinion.objects.filter(candidate=candidate, answer_id=answer_id)
    return {row.place: OpinionSheet(place=row.place, says=row.says, reason=row.reason) for row in rows}


def doubts() -> list[Doubt]:
    """Return what was marked wrong (or said to be covered) more often than right, by everybody here, worst first.

    Texts and reasons stay with their owners; only counts leave this function.
    """
    objecting = Q(says__in=(Opinion.Says.WRONG, Opinion.Says.COVERED))
    rows = (
        Opinion.objects.values("question_id", "code", "rule", "point")
        .annotate(wrong=Count("id", filter=objecting), right=Count("id", filter=Q(says=Opinion.Says.RIGHT)))
        .order_by("-wrong", "code", "question_id", "point")
    )
    return [Doubt(**row) for row in rows if row["wrong"] > row["right"]]


def _finding(answer: Answer, place: int) -> Finding:
    findings = read(Scorecard, answer.scorecard).findings
    if not 0 <= place < len(findings):
        raise NotHere("There is no such finding.")
    return findings[place]
