"""Exercises: the shelf, and one exercise with its editor."""

import json
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from greenroom.core.case import Case
from greenroom.core.exercise import Kind
from greenroom.core.language import Language
from greenroom.core.question import Level
from greenroom.core.sql import Columns
from greenroom.practice.exercises import STATES, ExerciseCard, ExerciseSheet, PartSheet
from greenroom.practice.labs import LabSheet
from greenroom.practice.shelves import library
from greenroom.practice.sql_sheets import SqlSheet

from .prose import prose
from .submission import submission_rows
from .tables import tables_view
from .words import duration

LANGUAGES = {Language.PYTHON: "Python", Language.NODE: "Node.js", Language.SQL: "SQL"}
KINDS = {Kind.CODE: "Code", Kind.SQL: "SQL"}
STATE_WORDS = {"new": "Not begun", "begun": "Begun", "passed": "Passed"}
MODES = (
    ("open", "Open", "You see how many parts there are, and hints can be opened. For learning."),
    ("screen", "Screen", "The number of parts stays hidden until you pass them all, as in a live screen."),
)


def exercises_view(cards: Iterable[ExerciseCard]) -> dict[str, Any]:
    """Return what ``exercises.html`` names, but for what was asked."""
    used = {slug for exercise in library().exercises.values() for slug in exercise.competencies}
    return {
        "exercises": [_card(card) for card in cards],
        "any": bool(library().exercises),
        "kinds": [SimpleNamespace(slug=kind.value, name=name) for kind, name in KINDS.items() if kind in _kinds()],
        "levels": [SimpleNamespace(slug=level.value, name=level.value.capitalize()) for level in _levels()],
        "competencies": [one for slug, one in sorted(library().competencies.items()) if slug in used],
        "states": [SimpleNamespace(slug=state, name=STATE_WORDS[state]) for state in STATES],
    }


def exercise_view(sheet: ExerciseSheet, lab: LabSheet | None, *, typed: dict[str, str] | None = None) -> dict[str, Any]:
    """Return what ``exercise.html`` names. ``typed`` (language, code, tests, error) is what a form brought and was
    not taken."""
    sitting = sheet.sitting
    said = typed or {}
    language = _language(said.get("language", "")) or (sitting.language if sitting else sheet.languages[0])
    times = {time.part: time for time in sitting.times} if sitting else {}
    return {
        "exercise": SimpleNamespace(
            slug=sheet.slug,
            title=sheet.title,
            summary=sheet.summary,
            why=sheet.why,
            level=sheet.level.value,
            minutes=sheet.minutes,
            competencies=tuple(one.name for one in sheet.competencies),
            state=sheet.state,
        ),
        "sitting": sitting,
        "parts": [_part(part, times.get(part.number)) for part in sheet.parts],
        "total": sheet.total,
        "modes": MODES,
        "language": SimpleNamespace(slug=language.value, name=LANGUAGES[language], file=language.file),
        "languages": [_choice(one, language, lab) for one in sheet.languages],
        "code": said.get("code", sheet.code[language]),
        "tests": said.get("tests", sheet.tests[language]),
        "error": said.get("error", ""),
        "submissions": submission_rows(sheet.submissions),
        "last": next(iter(sheet.submissions), None),
        "question": sheet.question,
        "trade_off": sheet.trade_off,
        "facts": sheet.facts,
        "reference": [SimpleNamespace(name=LANGUAGES[one], text=text) for one, text in sheet.reference.items()],
        "sql": _sql(sheet.sql) if sheet.sql else None,
        "missing": _missing(language, lab),
        "reduced": lab.reduced if lab and not lab.missing else "",
    }


def _card(card: ExerciseCard) -> SimpleNamespace:
    return SimpleNamespace(
        slug=card.slug,
        title=card.title,
        summary=card.summary,
        kind=KINDS[card.kind],
        level=card.level.value,
        minutes=card.minutes,
        competencies=", ".join(one.name for one in card.competencies),
        state=card.state,
        says=_standing(card),
    )


def _standing(card: ExerciseCard) -> str:
    if card.state == "passed":
        return "passed"
    if card.state == "new":
        return ""
    if card.kind is Kind.SQL:
        return "begun"
    return f"{card.parts_done} of {card.parts} parts" if card.parts else f"part {card.parts_done + 1}"


def _sql(sheet: SqlSheet) -> SimpleNamespace:
    shown = tables_view(sheet.tables) if sheet.tables else {"tables": (), "words": ""}
    return SimpleNamespace(
        by_name=sheet.columns is Columns.NAME,
        order=", ".join(sheet.order),
        writes=sheet.writes,
        visible=sheet.visible,
        sets=sheet.cases,
        form=sheet.form.value,
        runs=sheet.runs,
        judged=sheet.judged,
        asks=sheet.asks.strip(),
        budget=sheet.budget,
        sessions=[_session(name, given) for name, given in sheet.sessions.items()],
        has_tables=bool(sheet.ddl),
        **shown,
    )


def _session(name: str, given: dict[str, Any]) -> SimpleNamespace:
    return SimpleNamespace(name=name, given=", ".join(f":{key} = {value}" for key, value in given.items()))


def _part(part: PartSheet, time: Any) -> SimpleNamespace:
    return SimpleNamespace(
        number=part.number,
        title=part.title,
        html=prose(part.prompt),
        minutes=part.minutes,
        growth=part.growth.value if part.growth else "",
        visible=[_shown(case) for case in part.visible],
        done=part.done,
        took=duration(time.seconds) if time and time.done_at else "",
    )


def _shown(case: Case) -> SimpleNamespace:
    return SimpleNamespace(
        id=case.id,
        about=case.about,
        given=case.input or _call(case),
        gives=case.output or json.dumps(case.returns, ensure_ascii=False),
    )


def _call(case: Case) -> str:
    return ", ".join(json.dumps(value, ensure_ascii=False) for value in case.args)


def _choice(one: Language, chosen: Language, lab: LabSheet | None) -> SimpleNamespace:
    lacking = lab is not None and not lab.missing and not lab.languages.get(one.value, True)
    return SimpleNamespace(slug=one.value, name=LANGUAGES[one], chosen=one is chosen, lacking=lacking)


def _missing(language: Language, lab: LabSheet | None) -> str:
    """Return what keeps this code from being judged on this machine, or ""."""
    if lab is None:
        return ""
    if lab.missing:
        return lab.missing
    if not lab.languages.get(language.value, True):
        return f"{LANGUAGES[language]} is not installed, or is not on the PATH. Install it, or choose another language."
    return ""


def _language(name: str) -> Language | None:
    return next((one for one in Language if one.value == name), None)


def _kinds() -> set[Kind]:
    return {exercise.kind for exercise in library().exercises.values()}


def _levels() -> list[Level]:
    used = {exercise.level for exercise in library().exercises.values()}
    return [level for level in Level if level in used]
