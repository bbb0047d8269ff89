"""What a candidate has typed and not yet given."""

from django.utils import timezone

from greenroom.records.models import Candidate, Draft

from .asking import one
from .shelves import library

LONGEST = 200_000  # characters; ten times what is reviewed, so that nothing typed is cut


def keep(candidate: Candidate, slug: str, text: str) -> None:
    """Keep ``text`` as the draft for the question; an empty text forgets it. Raises ``NotHere``."""
    question = one(slug)
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
    question = one(slug)
    draft = Draft.objects.filter(candidate=candidate, question_id=question.id).first()
    return draft.text if draft else ""


def latest(candidate: Candidate) -> str | None:
    """Return the slug of the question whose draft was written last, or None when there is no draft."""
    by_id = {question.id: question.slug for question in library().questions.values()}
    row = Draft.objects.filter(candidate=candidate, question_id__in=by_id).order_by("-written_at").first()
    return by_id[row.question_id] if row else None
