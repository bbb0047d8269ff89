"""Questions: the shelf, one question, and the next one to answer."""

from dataclasses import dataclass

from django.db.models import Count, Max

from greenroom.core.question import InterviewType, Level, Question
from greenroom.core.rubric import Rubric
from greenroom.records.models import Answer, Candidate

from . import drafts
from .asking import one, rubric_of, type_of
from .errors import NotHere
from .shelves import library


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCard:
    """A question on the shelf, with how often this candidate has answered it."""

    slug: str
    title: str
    prompt: str
    type: InterviewType
    minutes: int
    levels: tuple[str, ...]
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeCard:
    """An interview type in the chooser, with its questions."""

    type: InterviewType
    questions: tuple[QuestionCard, ...]
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSheet:
    """One question as it is asked. Samples are not here: they come with an answer."""

    question: Question
    rubric: Rubric
    type: InterviewType
    tries: int
    last_answer: int | None
    level: Level | None
    draft: str
    others: tuple[QuestionCard, ...]


def shelf(candidate: Candidate, *, type: str = "", search: str = "") -> tuple[QuestionCard, ...]:
    """List questions by interview type, then title. ``search`` matches words of title, prompt and reason."""
    tries = _tries(candidate)
    found = [q for q in library().questions.values() if _fits(q, type, search)]
    order = {t.slug: n for n, t in enumerate(library().interview_types)}
    found.sort(key=lambda q: (order[q.type], q.title.casefold()))
    return tuple(_card(q, tries) for q in found)


def chooser(candidate: Candidate) -> tuple[TypeCard, ...]:
    """List the interview types that have questions, each with them."""
    cards = shelf(candidate)
    types = [(t, tuple(c for c in cards if c.type == t)) for t in library().interview_types]
    return tuple(TypeCard(type=t, questions=own, answered=sum(1 for c in own if c.tries)) for t, own in types if own)


def chosen(cards: tuple[TypeCard, ...], type: str) -> TypeCard:
    """Return the card of ``type``. Raises ``NotHere`` when no question has that type."""
    found = next((card for card in cards if card.type.slug == type), None)
    if found is None:
        raise NotHere(f"There is no interview type “{type[:80]}”.")
    return found


def pick(candidate: Candidate, type: str = "") -> QuestionSheet:
    """Choose the next question of ``type``: fewest tries first, then longest ago, then the shelf's order.

    Raises ``NotHere`` when no question has that type.
    """
    cards = shelf(candidate, type=type)
    if not cards:
        raise NotHere(f"There is no interview type “{type[:80]}”.")
    last = dict(Answer.objects.filter(candidate=candidate).values_list("question_slug").annotate(Max("id")))
    chosen = min(cards, key=lambda c: (c.tries, last.get(c.slug, 0)))
    return open(candidate, chosen.slug)


def open(candidate: Candidate, slug: str) -> QuestionSheet:
    """Return the sheet of one question for this candidate. Raises ``NotHere``."""
    question = one(slug)
    rows = Answer.objects.filter(candidate=candidate, question_id=question.id)
    facts = rows.aggregate(tries=Count("id"), last=Max("id"))
    return QuestionSheet(
        question=question,
        rubric=rubric_of(question),
        type=type_of(question),
        tries=facts["tries"],
        last_answer=facts["last"],
        level=_last_level(candidate),
        draft=drafts.read(candidate, slug),
        others=tuple(c for c in shelf(candidate, type=question.type) if c.slug != slug),
    )


def _last_level(candidate: Candidate) -> Level | None:
    """Return the level that this candidate chose last, so that it need not be chosen again."""
    chosen = Answer.objects.filter(candidate=candidate).values_list("level", flat=True).order_by("-id").first()
    return Level(chosen) if chosen else None


def _fits(question: Question, type: str, search: str) -> bool:
    text = f"{question.title} {question.prompt} {question.why} {question.slug}".casefold()
    return (not type or question.type == type) and all(word in text for word in search.casefold().split())


def _tries(candidate: Candidate) -> dict[str, int]:
    return dict(Answer.objects.filter(candidate=candidate).values_list("question_id").annotate(Count("id")))


def _card(question: Question, tries: dict[str, int]) -> QuestionCard:
    return QuestionCard(
        slug=question.slug,
        title=question.title,
        prompt=question.prompt,
        type=type_of(question),
        minutes=question.minutes,
        levels=tuple(level.value for level in question.levels),
        tries=tries.get(question.id, 0),
    )
