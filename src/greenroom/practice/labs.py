"""What this machine can judge, as the last lab that was started here found it: told before anything is typed."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from .shelves import judge_version

if TYPE_CHECKING:
    from greenroom.engines.judge import Lab


@dataclass(frozen=True, slots=True, kw_only=True)
class LabSheet:
    """``missing`` says what keeps all code from being judged, or None; ``languages`` what can be run.

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


def known() -> LabSheet | None:
    """Return what the last lab of this version found, or None when none was started yet."""
    try:
        sheet = LabSheet(**json.loads(_file().read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return sheet if sheet.version == judge_version() else None


def _file() -> Path:
    return Path(settings.HOME) / "cache" / "lab.json"
