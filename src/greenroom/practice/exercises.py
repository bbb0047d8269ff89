"""Exercises: the shelf, and one exercise as far as it may be seen."""

from dataclasses import dataclass

from greenroom.core.case import Case
from greenroom.core.exercise import Exercise, Fact, Kind, Order
from greenroom.core.guide import Competency
from greenroom.core.language import Language
from greenroom.core.question import Level, Question
from greenroom.records.models import Candidate, CodeDraft, Sitting, Submission

from . import trade_offs
from .errors import NotHere
from .exercising import live, one, shown
from .shelves import library
from .sittings import SittingSheet, sheet
from .sql_sheets import SqlSheet, sql_sheet
from .submission_sheets import SubmissionCard
from .submissions import cards

NEW, BEGUN, PASSED = "new", "begun", "passed"
STATES = (NEW, BEGUN, PASSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseCard:
    """An exercise on the shelf, with where this candidate stands (``state``: new, begun or passed).

    ``parts`` is None while the number of parts is hidden: before the first sitting, and in screen mode until all are
    passed. ``parts_done`` is about the live sitting.
    """

    slug: str
    title: str
    summary: str
    kind: Kind
    level: Level
    minutes: int
    competencies: tuple[Competency, ...]
    languages: tuple[Language, ...]
    state: str
    mode: str
    language: Language | None
    parts: int | None
    parts_done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSheet:
    """One part that is reached. ``visible`` are the cases that may be seen before submitting."""

    number: int
    title: str
    prompt: str
    minutes: int
    growth: Order | None
    visible: tuple[Case, ...]
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSheet:
    """One exercise as far as this candidate has come: of parts that are not reached nothing is here.

    ``sitting`` is None before it is begun; then ``parts`` holds the first alone. ``total`` is None while the number
    of parts is hidden. ``code`` is what to put into the editor, by language: the draft, else the last submission,
    else the starter; ``tests`` the candidate's own. ``question``, ``trade_off`` (the same question, and whether it was
    answered) and ``reference`` come once all parts are passed.
    ``sql`` is None in other kinds.
    """

    slug: str
    title: str
    summary: str
    why: str
    kind: Kind
    sql: SqlSheet | None
    level: Level
    minutes: int
    competencies: tuple[Competency, ...]
    languages: tuple[Language, ...]
    state: str
    sitting: SittingSheet | None
    parts: tuple[PartSheet, ...]
    total: int | None
    starter: dict[Language, str]
    code: dict[Language, str]
    tests: dict[Language, str]
    submissions: tuple[SubmissionCard, ...]
    facts: tuple[Fact, ...]
    question: Question | None
    trade_off: trade_offs.TradeOff | None
    reference: dict[Language, str]


def shelf(
    candidate: Candidate,
    *,
    kind: str = "",
    level: str = "",
    competency: str = "",
    state: str = "",
    search: str = "",
) -> tuple[ExerciseCard, ...]:
    """List the exercises from junior to senior, then by title. ``search`` matches words of title, summary and why.

    Raises ``NotHere`` for a kind, a level, a competency or a state that there is none of.
    """
    _known(kind, tuple(Kind), "kind")
    _known(level, tuple(Level), "level")
    _known(competency, tuple(library().competencies), "competency")
    _known(state, STATES, "state")
    sittings = {s.exercise_id: s for s in Sitting.objects.filter(candidate=candidate, left_at=None)}
    ever = set(
        Sitting.objects.filter(candidate=candidate).exclude(passed_at=None).values_list("exercise_id", flat=True)
    )
    found = [e for e in library().exercises.values() if _fits(e, kind, level, competency, search)]
    found.sort(key=lambda e: (tuple(Level).index(e.level), e.title.casefold()))
    made = (_card(e, sittings.get(e.id), e.id in ever) for e in found)
    return tuple(card for card in made if state in ("", card.state))


def open(candidate: Candidate, slug: str) -> ExerciseSheet:
    """Return the sheet of one exercise for this candidate. Raises ``NotHere``."""
    exercise = one(slug)
    sitting = live(candidate, exercise)
    passed = sitting is not None and sitting.passed_at is not None
    now = sheet(sitting, exercise) if sitting else None
    reached = sitting.part if sitting else 1
    code, tests = _code(candidate, exercise)
    return ExerciseSheet(
        slug=exercise.slug,
        title=exercise.title,
        summary=exercise.summary,
        why=exercise.why,
        kind=exercise.kind,
        sql=sql_sheet(exercise),
        level=exercise.level,
        minutes=exercise.minutes,
        competencies=_competencies(exercise),
        languages=tuple(exercise.reference),
        state=PASSED if passed else BEGUN if sitting else NEW,
        sitting=now,
        parts=tuple(_part(exercise, n, done=passed or n < reached) for n in range(1, reached + 1)),
        total=now.total if now else None,
        starter=dict(exercise.starter),
        code=code,
        tests=tests,
        submissions=cards(candidate, exercise.id),
        facts=exercise.claims if passed else (),
        question=library().questions.get(exercise.question) if passed else None,
        trade_off=trade_offs.of(candidate, exercise) if passed else None,
        reference=dict(exercise.reference) if passed else {},
    )


def _code(candidate: Candidate, exercise: Exercise) -> tuple[dict[Language, str], dict[Language, str]]:
    """Return code and own tests by language: what was typed last wins."""
    code, tests = dict(exercise.starter), dict.fromkeys(exercise.starter, "")
    for language in exercise.starter:
        own = {"candidate": candidate, "exercise_id": exercise.id, "language": language.value}
        draft = CodeDraft.objects.filter(**own).first()
        last = Submission.objects.filter(**own).order_by("-id").first()
        if draft:  # submitting forgets it, so it is newer
            code[language], tests[language] = draft.text, draft.tests
        elif last:
            code[language], tests[language] = last.files[language.file], last.tests
    return code, tests


def _part(exercise: Exercise, number: int, *, done: bool) -> PartSheet:
    part = exercise.parts[number - 1]
    return PartSheet(
        number=number,
        title=part.title,
        prompt=part.prompt,
        minutes=part.minutes,
        growth=part.growth.at_most if part.growth else None,
        visible=shown(exercise, number),
        done=done,
    )


def _card(exercise: Exercise, sitting: Sitting | None, ever: bool) -> ExerciseCard:
    passed = sitting is not None and sitting.passed_at is not None
    counted = passed or (sitting is not None and sitting.mode == Sitting.Mode.OPEN)
    return ExerciseCard(
        slug=exercise.slug,
        title=exercise.title,
        summary=exercise.summary,
        kind=exercise.kind,
        level=exercise.level,
        minutes=exercise.minutes,
        competencies=_competencies(exercise),
        languages=tuple(exercise.reference),
        state=PASSED if passed or ever else BEGUN if sitting else NEW,
        mode=sitting.mode if sitting else "",
        language=Language(sitting.language) if sitting else None,
        parts=len(exercise.parts) if counted else None,
        parts_done=len(exercise.parts) if passed else sitting.part - 1 if sitting else 0,
    )


def _competencies(exercise: Exercise) -> tuple[Competency, ...]:
    known = library().competencies
    return tuple(known[slug] for slug in exercise.competencies if slug in known)


def _fits(exercise: Exercise, kind: str, level: str, competency: str, search: str) -> bool:
    text = f"{exercise.title} {exercise.summary} {exercise.why} {exercise.slug}".casefold()
    wanted = (not level or exercise.level == level) and (not competency or competency in exercise.competencies)
    return wanted and (not kind or exercise.kind == kind) and all(word in text for word in search.casefold().split())


def _known(said: str, known: tuple[str, ...], what: str) -> None:
    if said and said not in known:
        raise NotHere(f"There is no {what} “{said[:40]}”.")
