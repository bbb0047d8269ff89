"""What a shell is shown of submissions: a result, how far judging is, a line of a list, a whole submission."""

from dataclasses import dataclass
from datetime import datetime

from greenroom.core.code_reading import CodeReading
from greenroom.core.exercise import Kind
from greenroom.core.language import Language
from greenroom.core.outcome import CaseResult
from greenroom.core.sql import Form
from greenroom.core.verdict import Verdict

from . import sittings, trade_offs
from .own_tests import OwnTestsSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSheet:
    """What came of one case. ``part`` is 0 for a test of one's own; ``about`` says what the case
    asks, or what the data set holds.

    ``again`` is the command that repeats just this case in a terminal, or "".
    """

    position: int
    kind: Kind
    part: int
    about: str
    visible: bool
    result: CaseResult
    again: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What is known of a submission beyond ``since`` results. A new ``attempt`` means: forget what came before.

    ``expected`` is how many results there will be when none stops the run; ``over`` that no more will come.
    ``warming`` says in words what the lab does before its first result, "" afterwards and where that takes no time.
    """

    id: int
    state: str
    attempt: int
    verdict: Verdict | None
    results: tuple[ResultSheet, ...]
    known: int
    expected: int
    over: bool
    warming: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionCard:
    """One submission in a list."""

    id: int
    slug: str
    language: Language
    scope: str
    part: int
    state: str
    verdict: Verdict | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionSheet:
    """One submission with all that is known of it.

    ``reading`` holds the remarks on code that passed; ``trade_off`` comes with the submission that passed all parts.
    ``form`` is that of an SQL exercise, or None.
    """

    id: int
    slug: str
    title: str
    form: Form | None
    language: Language
    source: str
    tests: str
    scope: str
    part: int
    passed: bool
    progress: Progress
    own_tests: OwnTestsSheet | None
    reading: CodeReading | None
    trade_off: trade_offs.TradeOff | None
    sitting: sittings.SittingSheet
    created_at: datetime
    finished_at: datetime | None
    engine_version: str
    exercise_digest: str
    content_changed: bool
