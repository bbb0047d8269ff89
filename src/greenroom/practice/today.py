"""Today: the one next thing, and what was done last."""

from dataclasses import dataclass

from greenroom.records.models import Candidate

from . import answers, drafts, guides, questions
from .answers import AnswerCard
from .guides import GuideCard
from .questions import QuestionSheet, TypeCard

FIRST_GUIDE = "stripe/backend-developer"
FIRST_TYPE = "behavioural"


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaySheet:
    """The first page. ``next`` is the question to answer now: an unfinished one, else the one that is due."""

    next: QuestionSheet
    guides: tuple[GuideCard, ...]
    types: tuple[TypeCard, ...]
    recent: tuple[AnswerCard, ...]


def open(candidate: Candidate) -> TodaySheet:
    """Draw up the first page. Raises ``NotHere`` when the library has no question at all."""
    recent = answers.history(candidate, limit=5)
    whole = [card for card in guides.shelf(candidate) if card.whole]
    whole.sort(key=lambda card: card.path != FIRST_GUIDE)
    return TodaySheet(
        next=_next(candidate, recent),
        guides=tuple(whole),
        types=questions.chooser(candidate),
        recent=recent,
    )


def _next(candidate: Candidate, recent: tuple[AnswerCard, ...]) -> QuestionSheet:
    unfinished = drafts.latest(candidate)
    if unfinished:
        return questions.open(candidate, unfinished)
    kind = recent[0].type.slug if recent and recent[0].type else FIRST_TYPE
    return questions.pick(candidate, kind)
