"""A guide: how one company hires for one role, composed from three layers (company, role, the pair itself)."""

from dataclasses import field
from datetime import date

from .exercise import Kind
from .fact import fact
from .question import Level
from .source import Confidence, Source


@fact
class Passage:
    """One statement of a guide: exactly one of a sourced claim, our own advice, or a gap said to be a gap.

    ``say``      a claim; needs ``source`` (a key of the layer's sources) and ``confidence``.
    ``advice``   what we would do; our own words, no source.
    ``unknown``  what nobody has published.
    ``disputed`` what another source says instead, or "" (shown with the claim).
    """

    say: str = ""
    advice: str = ""
    unknown: str = ""
    source: str = ""
    confidence: Confidence | None = None
    disputed: str = ""


Passages = tuple[Passage, ...]


@fact
class Stage:
    """One step of the process. ``practise`` is the interview type that rehearses it, ``exercises`` the labs that do."""

    id: str
    name: str
    practise: str
    exercises: tuple[Kind, ...] = ()
    minutes: int | None = None
    roles: tuple[str, ...] = ()  # role slugs that meet it; empty means every role
    levels: tuple[Level, ...] = ()
    what: Passages
    assessed: Passages
    prepare: Passages


@fact
class LevelNote:
    """How something differs at one seniority."""

    level: Level
    text: Passages


@fact
class Quality:
    """A quality the company looks for: why it matters there, how to show it, where it is probed (stage ids)."""

    competency: str
    name: str
    why: Passages
    show: Passages
    probed: tuple[str, ...] = ()


@fact
class GuideQuestion:
    """A question of the library as this company or role asks it."""

    question: str
    why: Passages
    framing: Passages


@fact
class Pay:
    """Money for a year of work in one place.

    ``low``/``high`` and ``middle`` are whole units of ``currency`` a year, gross. ``basis`` says what kind of figure it
    is: "advertised base", "reported total", "employer formula", "all employers, wages paid", ...
    """

    place: str
    role: str
    level: str = ""
    year: str
    currency: str
    low: int | None = None
    middle: int | None = None
    high: int | None = None
    basis: str
    source: str
    confidence: Confidence
    note: str = ""


@fact
class CheckItem:
    """A point of the checklist. ``practise`` links to an interview type when there is one to rehearse."""

    id: str
    text: str
    detail: str = ""
    practise: str = ""


@fact
class Faq:
    """A question that candidates ask, with its answer."""

    ask: str
    answer: Passages


@fact
class Apply:
    """How to apply."""

    cv: Passages = ()
    letter: Passages = ()
    referral: Passages = ()


@fact
class Layer:
    """One file's share of a guide. Any section may be empty; a section empty in the whole guide is said to be a gap."""

    sources: dict[str, Source] = field(default_factory=dict)
    overview: Passages = ()
    duration: Passages = ()
    process: Passages = ()  # how the process works as a whole: rules, non-disclosure, team matching
    stages: tuple[Stage, ...] = ()
    by_level: tuple[LevelNote, ...] = ()
    assessment: Passages = ()  # the practical part: what is built or discussed, in which language, with which tools
    assessment_by_level: tuple[LevelNote, ...] = ()
    qualities: tuple[Quality, ...] = ()
    questions: tuple[GuideQuestion, ...] = ()
    preparation: Passages = ()
    checklist: tuple[CheckItem, ...] = ()
    day: Passages = ()  # the role and its day
    engineering: Passages = ()  # how the company builds
    pay: tuple[Pay, ...] = ()
    pay_notes: Passages = ()
    benefits: Passages = ()
    apply: Apply = Apply()
    mistakes: Passages = ()
    faq: tuple[Faq, ...] = ()
    unknown: tuple[str, ...] = ()


@fact
class Company:
    """A company of the library. ``checked`` is the day on which the whole file was last held against its sources."""

    id: str
    slug: str
    name: str
    one_line: str
    record: str  # what kind of record the file rests on, in one or two sentences, with its years
    checked: date
    layer: Layer


@fact
class Role:
    """A role of the library."""

    id: str
    slug: str
    name: str
    plural: str
    one_line: str
    checked: date
    layer: Layer


@fact
class Pair:
    """What is known of this role at this company alone. Its sections come first in the guide."""

    company: str
    role: str
    lead: str  # one or two sentences under the title
    checked: date
    layer: Layer


@fact
class Competency:
    """An ability that interviews look for, wherever they are held."""

    slug: str
    name: str
    meaning: str
    show: str
    weak: str
