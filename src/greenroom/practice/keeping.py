"""What is kept of a candidate: take it all along, erase it, take the erasure back."""

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from greenroom.records.models import (
    Answer,
    ApiToken,
    Candidate,
    CaseRow,
    CodeDraft,
    Draft,
    EntryLink,
    HintOpened,
    ModelConsent,
    ModelReading,
    ModelSettings,
    Opinion,
    PartReached,
    Sitting,
    Submission,
    Tick,
)

from . import wrong_passes
from .errors import Busy, NotHere
from .masking import masked_answer
from .session import sign_out_everywhere

FORM = 1  # of the archive; raised when an older Greenroom could not read a newer archive
KEPT: dict[str, type[models.Model]] = {
    "answers": Answer,
    "opinions": Opinion,
    "drafts": Draft,
    "ticks": Tick,
    "model_settings": ModelSettings,
    "model_consents": ModelConsent,
    "model_readings": ModelReading,
    "sittings": Sitting,
    "parts_reached": PartReached,
    "submissions": Submission,
    "case_rows": CaseRow,
    "hints_opened": HintOpened,
    "code_drafts": CodeDraft,
}
PRIVATE = (  # not in a masked archive, as nobody has looked for personal data in them
    *("drafts", "opinions", "model_settings", "model_consents", "model_readings"),
    *("submissions", "case_rows", "code_drafts"),
)
KEYS: tuple[type[models.Model], ...] = (ApiToken, EntryLink)  # erased with the rest, never exported
TRASH = "erased.zip"
PASSES = "wrong-passes/"

README = """This is everything that Greenroom keeps of you.

answers.json   each answer with its text, when it was given, and the whole scorecard
opinions.json  what you said of findings, with your reasons
drafts.json    what you had typed and not yet given
ticks.json     the checklist points that you ticked
model_settings.json, model_consents.json, model_readings.json
               the model of your own, if you named one: where, since when answers may go there, what it said
sittings.json, parts_reached.json, hints_opened.json
               each time at an exercise: when each part was reached, which hints were opened
submissions.json, case_rows.json, code_drafts.json
               the code that you submitted, what came of each case, and what you had typed
wrong-passes/  submissions that you reported as wrongly accepted
answers/       the text of each answer as a file of its own

`./greenroom erase` removes all of it from the data folder.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many rows of each kind were touched."""

    answers: int
    opinions: int
    drafts: int
    ticks: int
    model_settings: int = 0
    model_consents: int = 0
    model_readings: int = 0
    sittings: int = 0
    parts_reached: int = 0
    submissions: int = 0
    case_rows: int = 0
    hints_opened: int = 0
    code_drafts: int = 0


def export(candidate: Candidate, *, masked: bool = False) -> bytes:
    """Return a zip archive of all that is kept of this candidate; ``masked`` for showing it to somebody else.

    Masked, every e-mail address, number of a person or an account, and secret that the engine noticed is replaced in
    the answers by as many ``█``, so that offsets stay true; drafts, reasons and all about
    a model, which nobody reviewed, are left out.
    """
    tables = {name: _rows(candidate, model) for name, model in KEPT.items()}
    if masked:
        tables |= {"answers": [masked_answer(row) for row in tables["answers"]], **{name: [] for name in PRIVATE}}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        archive.writestr("form.json", json.dumps({"form": FORM, "made_at": timezone.now().isoformat()}))
        for name, rows in tables.items():
            archive.writestr(f"{name}.json", json.dumps(rows, indent=1, ensure_ascii=False))
        for row in tables["answers"]:
            archive.writestr(f"answers/{row['given_at'][:10]}-{row['question_slug']}-{row['id']}.txt", row["text"])
        for name, text in ({} if masked else wrong_passes.files(candidate)).items():
            archive.writestr(f"{PASSES}{name}", text)
    return out.getvalue()


def count(candidate: Candidate) -> Kept:
    """Count what is kept of this candidate."""
    counts = {f"n_{name}": _count(model) for name, model in KEPT.items()}
    row = Candidate.objects.filter(pk=candidate.pk).values(**counts).get()  # one query for all
    return Kept(**{name: row[f"n_{name}"] or 0 for name in KEPT})


def _count(model: type[models.Model]) -> models.Subquery:
    rows = model.objects.filter(candidate=models.OuterRef("pk")).order_by()  # type: ignore[attr-defined]
    return models.Subquery(rows.values("candidate").annotate(n=models.Count("pk")).values("n"))


def erase(candidate: Candidate, *, trash: Path | None = None) -> Kept:
    """Delete all records of this candidate; with ``trash``, a folder, first leave an archive there for ``restore``.

    Raises ``OSError`` when the archive cannot be written; then nothing is deleted.
    """
    with transaction.atomic():
        if trash is not None:
            _write_private(trash / TRASH, export(candidate))
        counts = count(candidate)
        for model in (*reversed(KEPT.values()), *KEYS):  # what points at an answer goes before it
            model.objects.filter(candidate=candidate).delete()  # type: ignore[attr-defined]
        sign_out_everywhere(candidate)
    wrong_passes.forget(candidate)
    _forget()
    return counts


def _forget() -> None:
    """Leave no erased word in SQLite's files: ``secure_delete`` clears the pages, this clears the write-ahead log.

    Raises ``Busy`` when another program holds the log open right then; the rows are gone all the same.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _, _ = cursor.fetchone()
    if busy:
        raise Busy(
            "The records are erased, but another program holds the database's log, which still has their text. "
            "Stop Greenroom and run `./greenroom erase --now` again."
        )


def restore(candidate: Candidate, *, trash: Path) -> Kept:
    """Put back what the last erasure left in ``trash`` and empty it. Raises ``NotHere`` when there is nothing."""
    path = trash / TRASH
    if not path.exists():
        raise NotHere("There is no erasure to take back.")
    with zipfile.ZipFile(path) as archive:
        there = set(archive.namelist())  # an archive of an earlier Greenroom may lack a table
        passes = {n.removeprefix(PASSES): archive.read(n).decode() for n in there if n.startswith(PASSES)}
        tables = {name: json.loads(archive.read(f"{name}.json")) if f"{name}.json" in there else [] for name in KEPT}
    with transaction.atomic():
        counts = {name: _put_back(candidate, model, tables[name]) for name, model in KEPT.items()}
    wrong_passes.put_back(candidate, passes)
    path.unlink()
    return Kept(**counts)


def _rows(candidate: Candidate, model: type[models.Model]) -> list[dict[str, Any]]:
    rows = model.objects.filter(candidate=candidate).order_by("pk").values()  # type: ignore[attr-defined]
    return [{key: _plain(value) for key, value in row.items() if key != "candidate_id"} for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _put_back(candidate: Candidate, model: type[models.Model], rows: list[dict[str, Any]]) -> int:
    times = {f.attname for f in model._meta.concrete_fields if isinstance(f, models.DateTimeField)}
    made = [
        model(candidate=candidate, **{k: parse_datetime(v) if k in times and v else v for k, v in row.items()})
        for row in rows
    ]
    model.objects.bulk_create(made, ignore_conflicts=True)  # type: ignore[attr-defined]
    return len(made)


def _write_private(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    draft.touch(mode=0o600)
    draft.write_bytes(data)
    draft.replace(path)
