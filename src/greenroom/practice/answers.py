"""Answers: give one, look at one, list them, set two tries side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Substr
from django.utils import timezone

from greenroom.codec import digest, dump, read
from greenroom.codec.feedback_form import feedback_form
from greenroom.core.question import InterviewType, Level, Question
from greenroom.core.rubric import Rubric
from greenroom.core.scorecard import Scorecard
from greenroom.records.models import Answer, Candidate, Draft

from . import asking
from .errors import NotHere
from .opinions import OpinionSheet
from .opinions import on as opinions_on
from .review_sheet import ReviewSheet, review_sheet
from .shelves import ENGINE_VERSION, review, score
from .storable import storable

EARLIER = 10  # answers to other questions that a new one is held against
OPENING = 140  # characters of an answer that a list shows
TWICE = timedelta(seconds=10)  # within which the same text for the same try is the same form sent again
CARD = "id question_id question_slug given_at words scored predicted opening reason marks".split()
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
WORDS_A_MINUTE = 140  # middle of the 110 to 160 that speaking guides name; soft, so minutes are shown rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCard:
    """One answer in a list. ``bands`` follows the rubric's order of criteria; empty when not scored."""

    id: int
    slug: str
    title: str
    type: InterviewType | None
    given_at: datetime
    words: int
    scored: bool
    reason: str
    predicted: int | None
    bands: tuple[int, ...]
    opening: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet:
    """One answer with all that was found in it. ``id`` is None when it was looked at and not kept."""

    id: int | None
    question: Question
    rubric: Rubric
    type: InterviewType
    text: str
    words: int
    speaking_seconds: int
    seconds: int | None
    predicted: int | None
    level: Level | None
    given_at: datetime
    engine_version: str
    rubric_digest: str
    question_digest: str
    content_changed: bool
    scorecard: Scorecard
    review: ReviewSheet
    opinions: dict[int, OpinionSheet]
    tries: tuple[AnswerCard, ...]


def look(slug: str, text: str, *, level: Level | None = None, earlier: Sequence[str] = ()) -> AnswerSheet:
    """Review ``text`` without keeping anything. Raises ``NotHere`` for an unknown question.

    Passages that also stand in a sample or in one of the ``earlier`` answers are told so.
    """
    question = asking.one(slug)
    rubric = asking.rubric_of(question)
    findings = tuple(review(question, rubric, text, known=_known(question, earlier)))
    scorecard = score(rubric, findings, level)
    answer = _row(question, rubric, text, scorecard, level)
    return _sheet(answer, question, rubric, scorecard, text, tries=())


def give(
    candidate: Candidate,
    slug: str,
    text: str,
    *,
    predicted: int | None = None,
    seconds: int | None = None,
    follows: int | None = None,
    level: Level | None = None,
    once: bool = False,
) -> AnswerSheet:
    """Review ``text``, keep it with its scorecard, forget the draft, and return the sheet.

    ``level`` is the seniority for which it is marked, ``predicted`` the candidate's own band (1 to 5), ``seconds``
    the time taken, ``follows`` the id of the try before. An empty text is reviewed and not kept. With ``once``
    the same form, sent again within seconds, is the same answer. Raises ``NotHere`` for an unknown question; an unknown
    or foreign ``follows`` is dropped, since it must not cost the answer.
    """
    seen = look(slug, text, level=level, earlier=_texts(candidate, slug))
    if not text.strip():
        return seen
    earlier = Answer.objects.filter(candidate=candidate, id=follows, question_id=seen.question.id).first()
    answer = _row(seen.question, seen.rubric, text, seen.scorecard, level)
    answer.candidate, answer.follows = candidate, earlier
    answer.predicted = predicted if predicted in range(1, 6) else None
    answer.seconds = min(max(seconds, 0), 86_400) if seconds is not None else None
    with transaction.atomic():
        Candidate.objects.select_for_update().get(pk=candidate.pk)  # two clicks at once wait for each other here
        answer = (_sent_before(answer) if once else None) or answer
        if answer.pk is None:
            answer.save(force_insert=True)
        Draft.objects.filter(candidate=candidate, question_id=seen.question.id).delete()
    tries = _tries(candidate, seen.question.id)
    return _sheet(answer, seen.question, seen.rubric, seen.scorecard, text, tries=tries)


def _sent_before(answer: Answer) -> Answer | None:
    """Return the same answer when it was kept a moment ago: a second click is no second try."""
    recent = Answer.objects.filter(candidate=answer.candidate, question_id=answer.question_id, follows=answer.follows)
    same = recent.filter(text=answer.text, level=answer.level, given_at__gt=answer.given_at - TWICE)
    return same.order_by("id").first()


def open(candidate: Candidate, id: int) -> AnswerSheet:
    """Return an answer of this candidate. Raises ``NotHere`` when it is not there or somebody else's."""
    answer = Answer.objects.filter(candidate=candidate, id=id).first()
    if answer is None:
        raise NotHere("There is no such answer.")
    question = _question(answer)
    scorecard = read(Scorecard, answer.scorecard)
    tries = _tries(candidate, answer.question_id)
    said = opinions_on(candidate, answer.pk)
    return _sheet(answer, question, asking.rubric_of(question), scorecard, answer.text, tries=tries, opinions=said)


def _texts(candidate: Candidate, slug: str) -> tuple[str, ...]:
    """Return the texts of this candidate's latest answers to *other* questions: a second try may repeat itself."""
    rows = Answer.objects.filter(candidate=candidate).exclude(question_id=asking.one(slug).id)
    return tuple(rows.order_by("-id").values_list("text", flat=True)[:EARLIER])


def _known(question: Question, earlier: Sequence[str]) -> list[tuple[str, str]]:
    """Name the texts that an answer may have been copied from."""
    samples = [(f"sample: {sample.name}", sample.text) for sample in asking.samples_of(question)]
    return [*samples, *(("an earlier answer of yours", text[:20_000]) for text in earlier)]


def published(sheet: AnswerSheet, *, timings_ms: dict[str, float] | None = None) -> dict[str, Any]:
    """Return the whole feedback in its published form (``docs/operating/feedback-form.md``), the same for all doors."""
    return feedback_form(
        sheet.scorecard,
        engine_version=sheet.engine_version,
        rubric_version=f"{sheet.rubric.id}/v{sheet.rubric.version}",
        next_step=sheet.review.next_words,
        timings_ms=timings_ms,
    )


def history(candidate: Candidate, *, limit: int = 1000, before: int | None = None) -> tuple[AnswerCard, ...]:
    """List this candidate's answers, newest first: at most ``limit``, those given before the answer ``before``."""
    rows = Answer.objects.filter(candidate=candidate).order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=before)
    return tuple(_card(row) for row in _light(rows)[:limit])


def total(candidate: Candidate) -> int:
    """Count this candidate's answers."""
    return Answer.objects.filter(candidate=candidate).count()


def tries(candidate: Candidate, slug: str) -> tuple[AnswerCard, ...]:
    """List this candidate's tries at one question, oldest first. Raises ``NotHere``."""
    return _tries(candidate, asking.one(slug).id)


def _tries(candidate: Candidate, question_id: str) -> tuple[AnswerCard, ...]:
    rows = Answer.objects.filter(candidate=candidate, question_id=question_id).order_by("given_at", "id")
    return tuple(_card(a) for a in _light(rows))


def _light(rows: QuerySet[Answer]) -> QuerySet[Answer, dict[str, Any]]:
    """Fetch what a list shows and nothing more: no whole text, no whole scorecard."""
    return rows.annotate(
        opening=Substr("text", 1, OPENING * 2), reason=F("scorecard__reason"), marks=F("scorecard__marks")
    ).values(*CARD)


def _row(question: Question, rubric: Rubric, text: str, scorecard: Scorecard, level: Level | None) -> Answer:
    """Make the unsaved row. NUL is replaced, since PostgreSQL stores none; every offset stays as it is."""
    return Answer(
        question_id=question.id,
        question_slug=question.slug,
        question_digest=digest(question),
        rubric_id=f"{rubric.id}/v{rubric.version}",
        rubric_digest=digest(rubric),
        engine_version=ENGINE_VERSION,
        text=storable(text),
        words=len(text.split()),
        level=level.value if level else "",
        scored=scorecard.scored,
        scorecard=storable(dump(scorecard)),
        given_at=timezone.now(),
    )


def _question(answer: Answer) -> Question:
    question = asking.by_id(answer.question_id)
    if question is None:
        raise NotHere(
            f"The question “{answer.question_slug}” is no longer in the library; its answer is in your export."
        )
    return question


def _sheet(
    answer: Answer,
    question: Question,
    rubric: Rubric,
    scorecard: Scorecard,
    text: str,
    *,
    tries: tuple[AnswerCard, ...],
    opinions: dict[int, OpinionSheet] | None = None,
) -> AnswerSheet:
    return AnswerSheet(
        id=answer.pk,
        question=question,
        rubric=rubric,
        type=asking.type_of(question),
        text=text,
        words=answer.words,
        speaking_seconds=round(answer.words * 60 / WORDS_A_MINUTE),
        seconds=answer.seconds,
        predicted=answer.predicted,
        level=Level(answer.level) if answer.level else None,
        given_at=answer.given_at,
        engine_version=answer.engine_version,
        rubric_digest=answer.rubric_digest,
        question_digest=answer.question_digest,
        content_changed=(answer.question_digest, answer.rubric_digest) != (digest(question), digest(rubric)),
        scorecard=scorecard,
        review=review_sheet(question, rubric, text, scorecard, samples=asking.samples_of(question)),
        opinions=opinions or {},
        tries=tries,
    )


def _card(row: dict[str, Any]) -> AnswerCard:
    question = asking.by_id(row["question_id"])
    return AnswerCard(
        id=row["id"],
        slug=question.slug if question else row["question_slug"],
        title=question.title if question else row["question_slug"],
        type=asking.type_of(question) if question else None,
        given_at=row["given_at"],
        words=row["words"],
        scored=row["scored"],
        reason=row["reason"] or "",
        predicted=row["predicted"],
        bands=tuple(mark["band"] for mark in row["marks"] or ()),
        opening=_plain(row["opening"]),
    )


def _plain(text: str) -> str:
    """Return the first words on one line, without marks that would turn the direction of the page around them."""
    return " ".join(text.translate(TURNING).split())[:OPENING]
