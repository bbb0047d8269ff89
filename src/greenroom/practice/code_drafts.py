"""Code that a candidate has typed and not yet submitted."""

from django.utils import timezone

from greenroom.records.models import Candidate, CodeDraft

from .code_files import language_of
from .exercising import one
from .sittings import begin_if_itself

LONGEST = 512 * 1024  # characters; twice what is taken, so that nothing typed is cut


def keep(candidate: Candidate, slug: str, language: str, text: str, tests: str = "") -> None:
    """Keep ``text`` and own ``tests`` as they are typed. Raises ``NotHere``, and ``Unusable`` for a language."""
    exercise = one(slug)
    wanted = language_of(exercise, language)
    begin_if_itself(candidate, slug)
    CodeDraft.objects.update_or_create(
        candidate=candidate,
        exercise_id=exercise.id,
        language=wanted.value,
        defaults={
            "text": text[:LONGEST].replace("\x00", "�"),
            "tests": tests[:LONGEST].replace("\x00", "�"),
            "written_at": timezone.now(),
        },
    )


def forget(candidate: Candidate, slug: str, language: str) -> None:
    """Forget the draft, so that the last submission or the starter is in the editor again."""
    exercise = one(slug)
    wanted = language_of(exercise, language).value
    CodeDraft.objects.filter(candidate=candidate, exercise_id=exercise.id, language=wanted).delete()
