"""The exercise that is sat at: looked up by its slug, with its digest and the candidate's live sitting."""

from difflib import get_close_matches
from functools import cache

from greenroom.codec import digest
from greenroom.core.case import Case
from greenroom.core.exercise import Exercise, Kind
from greenroom.records.models import Candidate, Sitting

from .errors import NotHere
from .shelves import library


def one(slug: str) -> Exercise:
    """Return the exercise. Raises ``NotHere`` and names the nearest slug."""
    exercise = library().exercises.get(slug)
    if exercise is None:
        close = get_close_matches(slug, library().exercises, n=1, cutoff=0.5)
        raise NotHere(f"There is no exercise “{slug[:80]}”.", nearest=close[0] if close else "")
    return exercise


def by_id(id: str, slug: str) -> Exercise | None:
    """Return the exercise of that lasting id, or None; ``slug`` is where it was, and is looked at first."""
    there = library().exercises.get(slug)
    if there is not None and there.id == id:
        return there
    return next((exercise for exercise in library().exercises.values() if exercise.id == id), None)


@cache
def digest_of(slug: str) -> str:
    """Return the digest of the exercise as this process has read it."""
    return digest(one(slug))


def live(candidate: Candidate, exercise: Exercise) -> Sitting | None:
    """Return the sitting of this candidate at ``exercise`` that was not left."""
    return Sitting.objects.filter(candidate=candidate, exercise_id=exercise.id, left_at=None).first()


def begins_itself(exercise: Exercise) -> bool:
    """True when one sits down to it by writing: nothing in it is hidden until then, and there is nothing to choose."""
    return exercise.kind is Kind.SQL


def shown(exercise: Exercise, part: int) -> tuple[Case, ...]:
    """Return the visible cases of part ``part``, counted from 1."""
    return tuple(case for case in exercise.parts[part - 1].cases.cases if case.visible)
