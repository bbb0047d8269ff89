"""A model of the candidate's own: named, agreed to, asked about one answer at a time. Without it nothing is lost.

It moves no band, no finding and no number (docs/decisions/0009).
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from greenroom.codec import dump, read
from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.rubric import Rubric
from greenroom.records.models import Answer, Candidate, ModelConsent, ModelReading, ModelSettings

from . import answers
from .answers import AnswerSheet
from .errors import NotAgreed, NotHere, Unusable
from .shelves import reader, wording

SHOWN_TIMES = 20  # how far back the last reading that came to something is looked for
SAMPLE_MARKER = "a random word"  # where the preview shows a marker; a real one is drawn for each send


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSheet:
    """What is set. ``endpoint`` is None while there is no model; ``agreed_at`` is None while nothing may be sent."""

    endpoint: reader.Endpoint | None
    agreed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be sent about an answer, to the letter, and what is hidden in it (placeholder and value)."""

    answer_id: int
    title: str
    messages: tuple[tuple[str, str], ...]
    hidden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRemarkSheet:
    """A remark that held. ``title`` is our wording of its code; only ``advice`` is the model's own."""

    title: str
    criterion: str
    tone: Tone
    quote: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSheet:
    """What a model said about an answer, with where and when it was asked. ``left_out`` counts what did not hold."""

    address: str
    model: str
    made_at: datetime
    remarks: tuple[ModelRemarkSheet, ...]
    next_step: str
    follow_up: str
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelNotes:
    """The model's place beside one answer. ``said`` is the last reading that came to something.

    ``trouble`` is why the last time of asking came to nothing, "" when it did not.
    """

    settings: ModelSheet
    said: ReadingSheet | None
    trouble: reader.Trouble


def settings(candidate: Candidate) -> ModelSheet:
    """Return the model that this candidate has named, and since when answers may be sent to it."""
    row = ModelSettings.objects.filter(candidate=candidate).first()
    if row is None:
        return ModelSheet(endpoint=None, agreed_at=None)
    live = ModelConsent.objects.filter(candidate=candidate, address=row.address, ended_at=None).first()
    endpoint = reader.Endpoint(base=row.address, model=row.model)
    return ModelSheet(endpoint=endpoint, agreed_at=live.given_at if live else None)


def choose(candidate: Candidate, address: str, model: str) -> ModelSheet:
    """Name a model. A new address ends the consent to the one before. Raises ``Unusable``; then nothing changes."""
    try:
        endpoint = reader.endpoint(address, model)
    except reader.BadAddress as bad:
        raise Unusable(str(bad)) from bad
    now = timezone.now()
    with transaction.atomic():
        ModelSettings.objects.update_or_create(
            candidate=candidate,
            defaults={"address": endpoint.base, "model": endpoint.model, "chosen_at": now},
        )
        _live(candidate).exclude(address=endpoint.base).update(ended_at=now)
    return settings(candidate)


def switch_off(candidate: Candidate) -> None:
    """Forget the model and end the consent. What it said before stays with its answers."""
    with transaction.atomic():
        ModelSettings.objects.filter(candidate=candidate).delete()
        _live(candidate).update(ended_at=timezone.now())


def agree(candidate: Candidate, address: str) -> ModelSheet:
    """Keep that the candidate agreed to send answers to ``address``, the one that the page showed.

    Raises ``NotAgreed`` when another address has been set meanwhile.
    """
    with transaction.atomic():
        if not ModelSettings.objects.filter(candidate=candidate, address=address).exists():
            raise NotAgreed("The address has changed since this page was shown. Read it again, then agree.")
        if not _live(candidate).filter(address=address).exists():
            ModelConsent.objects.create(candidate=candidate, address=address, given_at=timezone.now())
    return settings(candidate)


def preview(candidate: Candidate, answer_id: int | None = None) -> Preview | None:
    """Return what would be sent about this answer, or about the last scored one; None when there is none.

    Raises ``NotHere`` when that answer is not there.
    """
    if answer_id is None:
        last = Answer.objects.filter(candidate=candidate, scored=True).order_by("-given_at", "-id").first()
        answer_id = last.pk if last else None
    if answer_id is None:
        return None
    sheet = answers.open(candidate, answer_id)
    asked = asked_about(sheet)
    said = tuple((message["role"], message["content"]) for message in reader.messages(asked, SAMPLE_MARKER))
    return Preview(answer_id=answer_id, title=sheet.question.title, messages=said, hidden=asked.answer.hidden)


def ask(candidate: Candidate, answer_id: int) -> ModelNotes:
    """Send one answer to the candidate's model, at the candidate's wish, and keep what holds of its reply.

    Takes up to eight seconds; no transaction is open meanwhile. Raises ``NotHere``, and ``NotAgreed`` when nothing
    may be sent. A model that fails is no error: the notes say so, and everything else is as before.
    """
    sheet = answers.open(candidate, answer_id)
    if not sheet.scorecard.scored:
        raise NotHere("This answer was not scored, so there is nothing to add to.")
    chosen = settings(candidate)
    if chosen.endpoint is None or chosen.agreed_at is None:
        raise NotAgreed("Nothing was sent: you have not agreed to it yet.")
    reading = reader.remarks(chosen.endpoint, asked_about(sheet), marker=secrets.token_hex(8))
    ModelReading.objects.create(
        candidate=candidate,
        answer_id=answer_id,
        address=chosen.endpoint.base,
        model=chosen.endpoint.model,
        made_at=timezone.now(),
        reading=dump(reading),
    )
    return notes(candidate, sheet)


def asked_about(sheet: AnswerSheet) -> reader.Asked:
    """Gather what may be sent: the question, the rubric's criteria, codes of findings, and the masked answer."""
    hidden = reader.mask(sheet.text)
    return reader.Asked(
        prompt=sheet.question.prompt,
        criteria=sheet.rubric.criteria,
        findings=sheet.scorecard.findings,
        answer=hidden,
        next_step=_next_step(sheet, hidden),
        follow_up=sheet.review.follow_up,
    )


def notes(candidate: Candidate, sheet: AnswerSheet) -> ModelNotes:
    """Return what the model's place beside this answer shows."""
    rows = ModelReading.objects.filter(candidate=candidate, answer_id=sheet.id)[:SHOWN_TIMES]
    readings = [(row, read(reader.ModelReading, row.reading)) for row in rows]
    return ModelNotes(
        settings=settings(candidate),
        said=next((_said(row, reading, sheet.rubric) for row, reading in readings if not reading.trouble), None),
        trouble=readings[0][1].trouble if readings else reader.Trouble.NONE,
    )


def _said(row: ModelReading, reading: reader.ModelReading, rubric: Rubric) -> ReadingSheet:
    return ReadingSheet(
        address=row.address,
        model=row.model,
        made_at=row.made_at,
        remarks=tuple(_remark(remark, rubric) for remark in reading.remarks),
        next_step=reading.next_step,
        follow_up=reading.follow_up,
        left_out=len(reading.dropped),
    )


def _remark(remark: reader.ModelRemark, rubric: Rubric) -> ModelRemarkSheet:
    """Word the code as we word it for a finding of our own; the criterion may have gone from the rubric since."""
    tone = Tone.STRENGTH if remark.code in reader.STRENGTHS else Tone.GAP
    same = Finding(code=remark.code, tone=tone, evidence=remark.quote, criterion=remark.criterion, advice=remark.code)
    return ModelRemarkSheet(
        title=wording(same, rubric).title,
        criterion=next((c.name for c in rubric.criteria if c.id == remark.criterion), ""),
        tone=tone,
        quote=remark.quote.text,
        advice=remark.advice,
    )


def _live(candidate: Candidate):  # type: ignore[no-untyped-def]  # a queryset of consents that hold
    return ModelConsent.objects.filter(candidate=candidate, ended_at=None)


def _next_step(sheet: AnswerSheet, hidden: reader.Masked) -> str:
    """Word the next step from masked words, since its wording may quote the answer and cut the quote short."""
    step = sheet.review.next_step
    if step is None:
        return ""
    finding, quote = step.finding, step.finding.evidence
    if isinstance(quote, Quote):
        finding = replace(finding, evidence=replace(quote, text=hidden.part(quote.start, quote.end)))
    said = wording(finding, sheet.rubric)
    return f"{said.title}. {said.try_next or said.body}"
