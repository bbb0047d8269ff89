"""What a candidate has typed and not yet given."""

from dataclasses import dataclass

from django.utils import timezone

from greenroom.records.models import Candidate, Draft

from . import questions
from .shelves import library

LONGEST = 200_000  # characters; ten times what is reviewed, so that nothing typed is cut


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCard:
    """An unfinished answer in a list."""

    slug: str
    title: str
    words: int


def keep(candidate: Candidate, slug: str, text: str) -> None:
    """Keep ``text`` as the draft for the question; an empty text forgets it. Raises ``NotHere``."""
    question = questions.one(slug)
    if not text.strip():
        Draft.objects.filter(candidate=candidate, question_id=question.id).delete()
        return
    Draft.objects.update_or_create(
        candidate=candidate,
        question_id=question.id,
        defaults={"text": text[:LONGEST].replace("\x00", "\ufffd"), "written_at": timezone.now()},
    )


def read(candidate: Candidate, slug: str) -> str:
    """Return the draft for the question, or "". Raises ``NotHere``."""
    question = questions.one(slug)
    draft = Draft.objects.filter(candidate=candidate, question_id=question.id).first()
    return draft.text if draft else ""


def unfinished(candidate: Candidate, *, limit: int = 3) -> tuple[DraftCard, ...]:
    """List the latest drafts whose questions are still in the library."""
    by_id = {question.id: question for question in library().questions.values()}
    rows = Draft.objects.filter(candidate=candidate, question_id__in=by_id).order_by("-written_at")[:limit]
    return tuple(
        DraftCard(slug=by_id[d.question_id].slug, title=by_id[d.question_id].title, words=len(d.text.split())) for d in rows
    )
