"""A submission: its cases as they come, its verdict, and what to do next."""

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from greenroom.core.exercise import Kind
from greenroom.core.language import Language
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.sql import Form
from greenroom.core.verdict import Verdict
from greenroom.practice.submission_sheets import Progress, ResultSheet, SubmissionCard, SubmissionSheet

from .code_reading import reading_view
from .curve import curve_view
from .difference import marked
from .grid import grid_view
from .plan import plans_view
from .timeline import timeline_view

NAMES = {Language.PYTHON: "Python", Language.NODE: "Node.js", Language.SQL: "SQL"}
STATES = {"waiting": "waiting", "running": "being judged", "cancelled": "cancelled"}
OPEN = 2  # of the failing cases are unfolded once all are known
OURS = (Verdict.INTERNAL_ERROR, Verdict.SANDBOX_REFUSED)
MEANING = {
    Verdict.ACCEPTED: "Every case gave what it should.",
    Verdict.TOO_SLOW_TO_GROW: "Every answer is right; the work grows faster with the input than this part allows.",
    Verdict.WRONG_ANSWER: "At least one case gave something else than expected.",
    Verdict.RUNTIME_ERROR: "The code raised an error, or ended early, in at least one case.",
    Verdict.TIME_LIMIT: "At least one case took more processor time than it may, or waited too long.",
    Verdict.MEMORY_LIMIT: "At least one case used more memory than it may.",
    Verdict.OUTPUT_LIMIT: "At least one case printed or returned more than it may.",
    Verdict.COMPILE_ERROR: "The file could not be read as code, so no case was run.",
    Verdict.SANDBOX_REFUSED: "The code asked for what the sandbox does not give, such as a file or a network.",
    Verdict.INTERNAL_ERROR: "Something failed on our side; this says nothing about your code.",
}
OF_EXERCISE = (
    "The exercise is at fault: what its author wrote to judge with failed. This says nothing about your code,"
    " and nothing of it is lost."
)
SQL_MEANING = {
    Verdict.RUNTIME_ERROR: "PostgreSQL could not carry out what you wrote.",
    Verdict.TIME_LIMIT: "A statement ran longer than it may.",
    Verdict.MEMORY_LIMIT: "A statement used more room than it may.",
    Verdict.OUTPUT_LIMIT: "A statement gave more rows than it may.",
    Verdict.COMPILE_ERROR: "PostgreSQL could not read what you wrote, so nothing was tried.",
    Verdict.INTERNAL_ERROR: "Something failed on our side; this says nothing about your statement.",
}
RIGHT = {
    Form.QUERY: "The rows are right on every data set.",
    Form.SCHEMA: "Every attack was refused, and everything that has to work does.",
    Form.RACE: "Every rule holds, in whichever order the steps came.",
    Form.INDEX: "Every query and every write keeps within what is asked, with no more indexes than are allowed.",
}
WRONG = {
    Form.QUERY: "On at least one data set other rows come than should.",
    Form.SCHEMA: "An attack got through, or something that has to work did not.",
    Form.RACE: "There is an order of the steps after which a rule does not hold.",
    Form.INDEX: "A query or a write takes more than is asked, or there are too many indexes.",
}
NOUNS = {Form.QUERY: "data set", Form.SCHEMA: "attack", Form.RACE: "rule", Form.INDEX: "limit"}


def submission_view(sheet: SubmissionSheet) -> dict[str, Any]:
    """Return what ``code/outcome.html`` names."""
    progress, sitting = sheet.progress, sheet.sitting
    every = sheet.scope == "all"
    return {
        "submission": SimpleNamespace(
            id=sheet.id,
            slug=sheet.slug,
            title=sheet.title,
            language=NAMES[sheet.language],
            part=sheet.part,
            trial=not every,
            created=sheet.created_at,
            source=sheet.source,
            lines=sheet.source.rstrip("\n").split("\n"),
            tests=sheet.tests,
            engine=sheet.engine_version,
            digest=sheet.exercise_digest[:12],
            changed=sheet.content_changed,
            passed=sheet.passed,
        ),
        "progress": progress_view(progress),
        "sql": sheet.language is Language.SQL,
        "form": sheet.form.value if sheet.form else "",
        "noun": NOUNS.get(sheet.form, "case"),
        "verdict": _verdict(progress, _meaning(sheet.form)),
        **_cases(progress),
        "own": sheet.own_tests,
        "reading": reading_view(sheet.reading),
        "trade_off": sheet.trade_off,
        "opened": sheet.part + 1 if sheet.passed and sitting.part > sheet.part else None,
        "whole": sheet.passed and sitting.passed_at is not None,
        "hint": every and progress.over and progress.verdict not in (None, Verdict.ACCEPTED, *OURS),
    }


def _cases(progress: Progress) -> dict[str, Any]:
    """Return the cases in their order; once all are known, those to look at apart from those that passed."""
    rows = case_rows(progress.results)
    if not progress.over:
        return {"cases": rows, "passed": ()}
    looked_at = [row for row in rows if not row.accepted or row.curve or row.grid]
    latest = max((row.part for row in rows), default=0)
    for place, row in enumerate(looked_at):
        row.open = place < OPEN if not row.curve else not row.accepted or row.part == latest
    return {"cases": looked_at, "passed": [row for row in rows if row not in looked_at]}


def progress_view(progress: Progress) -> SimpleNamespace:
    """Return where it stands. ``said`` puts it into words."""
    said = STATES.get(progress.state, "")
    if progress.warming:
        said = progress.warming
    if progress.state == "running" and progress.known:
        said = f"{progress.known} of {progress.expected} known"
    return SimpleNamespace(
        over=progress.over,
        cancelled=progress.state == "cancelled",
        known=progress.known,
        expected=progress.expected,
        attempt=progress.attempt,
        said=said,
    )


def case_rows(results: Iterable[ResultSheet]) -> list[SimpleNamespace]:
    """Return one row a case, for ``code/case.html``."""
    return [_case(sheet) for sheet in results]


def submission_rows(cards: Iterable[SubmissionCard]) -> list[SimpleNamespace]:
    """Return rows of a history, newest first."""
    return [
        SimpleNamespace(
            id=card.id,
            created=card.created_at,
            language=NAMES[card.language],
            part=card.part,
            trial=card.scope != "all",
            says=_says(card),
            passed=card.verdict is Verdict.ACCEPTED,
        )
        for card in cards
    ]


def _meaning(form: Form | None) -> dict[Verdict, str]:
    if form is None:
        return MEANING
    own = {Verdict.ACCEPTED: RIGHT[form], Verdict.WRONG_ANSWER: WRONG[form]}
    return MEANING | SQL_MEANING | own


def _says(card: SubmissionCard) -> str:
    if said := STATES.get(card.state):
        return said
    if card.language is Language.SQL and card.scope != "all" and card.verdict is Verdict.ACCEPTED:
        return "ran"
    return card.verdict.value if card.verdict else ""


def _verdict(progress: Progress, meaning: Mapping[Verdict, str] = MEANING) -> SimpleNamespace | None:
    if progress.verdict is None:
        return None
    passed = sum(1 for sheet in progress.results if sheet.result.verdict is Verdict.ACCEPTED)
    return SimpleNamespace(
        word=progress.verdict.value.capitalize(),
        accepted=progress.verdict is Verdict.ACCEPTED,
        meaning=OF_EXERCISE if _of_exercise(progress) else meaning[progress.verdict],
        passed=passed,
        of=progress.expected,
        run=len(progress.results),
        sets=any(sheet.result.case for sheet in progress.results),
    )


def _of_exercise(progress: Progress) -> bool:
    if progress.verdict is not Verdict.INTERNAL_ERROR:
        return False
    return any(sheet.result.fault is AtFault.EXERCISE for sheet in progress.results)


def _case(sheet: ResultSheet) -> SimpleNamespace:
    result = sheet.result
    accepted = result.verdict is Verdict.ACCEPTED
    sql = sheet.kind is Kind.SQL
    return SimpleNamespace(
        id=result.case or ("all of it" if sql else "the whole file"),
        sql=sql,
        part=0 if sql else sheet.part,
        own=sheet.part == 0 and bool(result.case),
        about=sheet.about,
        accepted=accepted,
        verdict=result.verdict.value,
        message="" if (result.difference and not sql) or result.curve else result.message,  # they say it better
        open=not accepted,
        took=f"{result.usage.wall_s * 1000:.0f} ms" if sql else f"{result.usage.cpu_s * 1000:.0f} ms of processor time",
        given="" if sql else result.input,
        **_sides(result),
        difference="" if sql else result.difference,
        place=result.difference if sql else "",
        grid=grid_view(result.grid) if result.grid else None,
        timeline=timeline_view(result.timeline) if result.timeline else None,
        plans=plans_view(result.plan) if result.plan else None,
        printed=_printed(result),
        again=sheet.again,
        curve=curve_view(result.curve) if result.curve else None,
    )


def _sides(result: CaseResult) -> dict[str, Any]:
    """Mark where the two part, when there are two."""
    if result.verdict is not Verdict.WRONG_ANSWER:
        return {"expected": ((result.expected, False),) if result.expected else (), "actual": ()}
    return dict(zip(("expected", "actual"), marked(result.expected, result.actual), strict=True))


def _printed(result: CaseResult) -> list[tuple[str, str]]:
    return [(name, text) for name, text in (("printed", result.stdout), ("stderr", result.stderr)) if text]
