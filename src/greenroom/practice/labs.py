"""What this machine can judge, as the last lab that was started here found it: told before anything is typed."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from greenroom.core.exercise import Exercise, Kind
from greenroom.core.making import Making
from greenroom.core.sql import Form

from .shelves import judge_version, open_sql_lab, sql_lab_version

if TYPE_CHECKING:
    from greenroom.engines.judge import Lab

WARMING = {
    "new": "starting PostgreSQL: the first time takes some seconds",
    "stopped": "starting PostgreSQL",
    "running": "loading the data sets",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LabSheet:
    """``missing`` says what keeps everything from being judged, or None; ``languages`` what can be run.

    ``reduced`` says what a sandbox below the full level means, "" at full.
    """

    missing: str | None
    reduced: str
    languages: dict[str, bool]
    version: str


def note(lab: "Lab") -> LabSheet:
    """Keep what ``lab`` found. A home that cannot be written costs the page a sentence and nothing else."""
    reduced = lab.standing.said() if lab.standing.level.value == "reduced" else ""
    sheet = LabSheet(missing=lab.missing(), reduced=reduced, languages=lab.languages(), version=judge_version())
    draft = _file().with_suffix(".part")
    with suppress(OSError):
        draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(sheet)), encoding="utf-8")
        draft.replace(_file())
    return sheet


def known(kind: Kind = Kind.CODE) -> LabSheet | None:
    """Return what is known of the lab for ``kind``, or None when no code lab of this version was started yet."""
    if kind is Kind.SQL:
        return _sql()
    try:
        sheet = LabSheet(**json.loads(_file().read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return sheet if sheet.version == judge_version() else None


def warming(exercise: Exercise) -> str:
    """Return in words what the lab has to do before its first result, "" where that takes no time."""
    if exercise.sql is None:
        return ""
    with open_sql_lab() as lab:
        standing = lab.standing()
        if standing == "running" and exercise.sql.form is Form.INDEX:
            return _far(lab.far(exercise))
    return WARMING.get(standing, "")


def _far(making: Making) -> str:
    if making.ready:
        return "building your indexes"
    rows = ", ".join(f"{each.table} {each.rows:,} of {each.of:,}" for each in making.tables if each.rows < each.of)
    return f"making the rows, once: {rows or making.step}"


def _sql() -> LabSheet:
    """The SQL lab is asked itself, which starts nothing."""
    missing = open_sql_lab().missing()
    return LabSheet(missing=missing, reduced="", languages={"sql": missing is None}, version=sql_lab_version())


def _file() -> Path:
    return Path(settings.HOME) / "cache" / "lab.json"
