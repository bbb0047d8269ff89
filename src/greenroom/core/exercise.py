"""An exercise: parts that appear one after another, each with its cases, and the wrong solutions that it knows."""

from dataclasses import field
from enum import StrEnum

from .cases import Cases
from .concern import Concern
from .fact import fact
from .language import Language
from .question import Level
from .source import Confidence
from .sql import Sql
from .verdict import Verdict


class Kind(StrEnum):
    """Which lab runs an exercise."""

    CODE = "code"
    SQL = "sql"


class Order(StrEnum):
    """How work may grow with the size of the input, from slow growth to fast."""

    LINEAR = "n"
    LINEARITHMIC = "n log n"
    QUADRATIC = "n^2"


@fact
class Hints:
    """A ladder of three: where to look, which idea, the smallest change."""

    where: str
    idea: str
    change: str


@fact
class Growth:
    """How work may grow: ``at_most`` this order, on sizes that double from ``smallest`` up to ``largest``."""

    at_most: Order = Order.LINEARITHMIC
    smallest: int
    largest: int


@fact
class Part:
    """One step of an exercise that grows.

    ``prompt``, ``cases`` and ``make`` (the source of ``make(n)``, which gives the arguments of size ``n``) lie in
    files of their own beside the exercise and are filled in when the library is linked.
    """

    title: str
    minutes: int
    hints: Hints
    growth: Growth | None = None
    prompt: str = ""
    cases: Cases = Cases(cases=())
    make: str = ""


@fact
class Wrong:
    """A named wrong solution: ``mistake`` in one sentence, its ``verdict``, and exactly the cases that it ``fails``.

    ``files`` holds its source by language and is filled in when the library is linked.
    """

    name: str
    mistake: str
    verdict: Verdict
    fails: tuple[str, ...] = ()
    hints: Hints
    files: dict[Language, str] = field(default_factory=dict)


@fact
class Survivor:
    """A mutant of the reference that no case can kill, because it means the same."""

    line: int
    change: str
    reason: str


@fact
class Fact:
    """A fact about the world that an exercise rests on."""

    text: str
    source: str
    dated: str
    confidence: Confidence


@fact
class Exercise:
    """An exercise. ``id`` never changes; ``slug`` may.

    ``question`` is the slug of a question on the trade-offs, asked when the exercise is passed. ``concerns`` decide
    which remarks on code make sense here. ``sql`` is the SQL
    lab's part, and None in other kinds. ``starter`` and ``reference`` hold sources by language and are filled in when
    the library is linked.
    """

    id: str
    slug: str
    title: str
    summary: str
    why: str
    kind: Kind
    level: Level
    competencies: tuple[str, ...]
    question: str
    concerns: tuple[Concern, ...] = ()
    parts: tuple[Part, ...]
    wrong: tuple[Wrong, ...] = ()
    survivors: tuple[Survivor, ...] = ()
    claims: tuple[Fact, ...] = ()
    sql: Sql | None = None
    starter: dict[Language, str] = field(default_factory=dict)
    reference: dict[Language, str] = field(default_factory=dict)

    @property
    def minutes(self) -> int:
        """Minutes for all parts."""
        return sum(part.minutes for part in self.parts)
