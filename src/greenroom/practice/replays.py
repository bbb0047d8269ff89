"""A schedule of a race, run once more by its name."""

from collections.abc import Mapping

from greenroom.core.exercise import Exercise
from greenroom.core.sql import Form
from greenroom.core.timeline import Timeline
from greenroom.records.models import Candidate, Submission

from .code_files import taken
from .errors import NotHere, Unusable
from .exercising import by_id, one
from .shelves import AnyLab, open_sql_lab, sql_refused

LONGEST = 400  # characters of a schedule's name


def of_submission(candidate: Candidate, id: int, schedule: str) -> Timeline:
    """Run ``schedule`` with a submission's steps. Raises ``NotHere``, and ``Unusable`` for a name that is none."""
    row = Submission.objects.filter(candidate=candidate, pk=id).first()
    exercise = by_id(row.exercise_id, row.exercise_slug) if row else None
    if row is None or exercise is None:
        raise NotHere("There is no such submission.")
    with open_sql_lab() as lab:
        return _run(exercise, {name: text.encode() for name, text in row.files.items()}, schedule, lab)


def of_files(slug: str, files: Mapping[str, bytes], schedule: str, lab: AnyLab) -> Timeline:
    """Run ``schedule`` with the steps in ``files``. Raises ``NotHere`` and ``Unusable``."""
    exercise = one(slug)
    handed = taken(exercise, files)
    return _run(exercise, {name: text.encode() for name, text in handed.files.items()}, schedule, lab)


def _run(exercise: Exercise, files: Mapping[str, bytes], schedule: str, lab: AnyLab) -> Timeline:
    if exercise.sql is None or exercise.sql.form is not Form.RACE:
        raise NotHere(f"“{exercise.title}” is no race; there is no order to run again.")
    if missing := lab.missing():
        raise NotHere(missing)
    try:
        timeline: Timeline = lab.replay(exercise, files, schedule[:LONGEST])
    except ValueError as error:
        raise Unusable(f"{error}. An order is written as `a1 b1 a2 b2`.") from None
    except sql_refused() as refused:
        raise Unusable(str(refused)) from None
    return timeline
