"""Today: the one next thing, and what was done last."""

from dataclasses import dataclass

from greenroom.records.models import Candidate

from . import answers, drafts, guides, questions
from .answers import AnswerCard
from .drafts import DraftCard
from .guides import GuideCard
from .questions import QuestionSheet, TypeCard

FIRST_GUIDE = "stripe/backend-developer"
FIRST_TYPE = "behavioural"
THIN = 2  # a try whose best band is at most this is worth another


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaySheet:
    """The first page. ``next`` is the question to answer now; ``again`` the last answer when it was thin."""

    next: QuestionSheet
    again: AnswerCard | None
    guides: tuple[GuideCard, ...]
    types: tuple[TypeCard, ...]
    recent: tuple[AnswerCard, ...]
    drafts: tuple[DraftCard, ...]

    @property
    def is_new(self) -> bool:
        return not self.recent


def open(candidate: Candidate) -> TodaySheet:
    """Draw up the first page. Raises ``NotHere`` when the library has no question at all."""
    recent = answers.history(candidate, limit=5)
    kind = recent[0].type.slug if recent and recent[0].type else FIRST_TYPE
    whole = [card for card in guides.shelf(candidate) if card.whole]
    whole.sort(key=lambda card: card.path != FIRST_GUIDE)
    return TodaySheet(
        next=questions.pick(candidate, kind),
        again=recent[0] if recent and recent[0].bands and max(recent[0].bands) <= THIN else None,
        guides=tuple(whole),
        types=questions.chooser(candidate),
        recent=recent,
        drafts=drafts.unfinished(candidate),
    )
