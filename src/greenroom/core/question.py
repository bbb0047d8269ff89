"""A question: a prompt answered in prose or speech, with why it is asked and how to frame an answer."""

from dataclasses import field
from enum import StrEnum

from .fact import fact


class Level(StrEnum):
    """Seniority that a question or a claim speaks to."""

    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    STAFF = "staff"


@fact
class InterviewType:
    """A kind of interview, as the chooser shows it."""

    slug: str
    name: str
    one_line: str


@fact
class Expectation:
    """What a sample answer must get, so that a question proves its rubric.

    ``finds`` / ``never`` are finding codes; ``bands`` gives per criterion the lowest and highest band allowed.
    """

    finds: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()  # ids of points that must be found
    bands: dict[str, tuple[int, int]]


@fact
class Proof:
    """The expectations for the samples beside the question.

    ``others`` holds those of further samples (another level of seniority) by the name of their file, which begins
    with ``strong-`` or ``weak-``.
    """

    strong: Expectation
    weak: Expectation
    others: dict[str, Expectation] = field(default_factory=dict)

    def of(self, sample: str) -> Expectation | None:
        """Return what the sample of that name must get, or None when nothing is expected of it."""
        return {"strong": self.strong, "weak": self.weak, **self.others}.get(sample)


@fact
class Question:
    """A prompt. ``id`` never changes; ``slug`` may.

    ``why`` and ``framing`` are written for this question alone; a guide may add its company's view.
    """

    id: str
    slug: str
    title: str
    prompt: str
    type: str
    competencies: tuple[str, ...]
    levels: tuple[Level, ...] = (Level.JUNIOR, Level.MID, Level.SENIOR)
    why: str
    framing: str
    by_level: dict[Level, str] = field(default_factory=dict)  # what each level is expected to show
    minutes: int = 3
    rubric: str
    background: str = ""  # where the topic comes from, as background; the wording is ours
    proof: Proof


@fact
class Sample:
    """One sample answer, shown only after the candidate has answered."""

    name: str
    level: Level
    text: str
    note: str
