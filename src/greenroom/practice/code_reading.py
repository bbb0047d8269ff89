"""Code reading: what the rules remark on accepted code, kept with the submission as it was on that day."""

from dataclasses import replace

from greenroom.codec import dump, read
from greenroom.core.code_reading import CodeReading
from greenroom.core.exercise import Exercise
from greenroom.core.language import CODE, Language
from greenroom.core.verdict import Verdict
from greenroom.records.models import Submission

from .shelves import code_reading_version, read_code
from .storable import storable


def of(submission: Submission, exercise: Exercise, verdict: Verdict) -> CodeReading | None:
    """Read what passed as a whole; None for a run of visible cases, other verdicts and other labs."""
    language = Language(submission.language)
    whole = submission.scope == Submission.Scope.ALL
    if verdict is not Verdict.ACCEPTED or not whole or language not in CODE:
        return None
    reading = read_code(language, "".join(submission.files.values()), exercise.concerns)
    return replace(reading, engine=code_reading_version())


def kept(reading: CodeReading | None) -> object:
    """Return what the row keeps of it."""
    return storable(dump(reading)) if reading else None


def sheet(submission: Submission) -> CodeReading | None:
    """Return what was remarked when it was judged; None when it was not accepted, or judged before there were rules."""
    return read(CodeReading, submission.code_reading) if submission.code_reading else None
