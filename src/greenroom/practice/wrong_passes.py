"""Reports that a submission was wrongly accepted: its code becomes a candidate for a new wrong solution.

Files, not rows, as an author copies them into an exercise: ``HOME/wrong-passes/<candidate>/<slug>/<submission>/`` with
the solution and a page that says why.
"""

import shutil
from pathlib import Path

from django.conf import settings

from greenroom.core.verdict import Verdict
from greenroom.records.models import Candidate, Submission

from .errors import NotHere, Unusable

LONGEST = 2_000  # characters of a reason
PAGE = "report.md"


def report(candidate: Candidate, id: int, reason: str) -> Path:
    """Keep the submission as a candidate for a wrong solution and return its folder; a second report replaces it.

    Raises ``NotHere`` when it is not there, or was not accepted, and ``Unusable`` without a reason.
    """
    row = Submission.objects.filter(candidate=candidate, pk=id, verdict=Verdict.ACCEPTED).first()
    if row is None:
        raise NotHere("There is no such submission that was accepted.")
    if not reason.strip():
        raise Unusable("Say in a sentence what it gets wrong.")
    folder = below(candidate) / row.exercise_slug / str(row.pk)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in row.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / PAGE).write_text(_page(row, reason), encoding="utf-8")
    return folder


def below(candidate: Candidate) -> Path:
    """Return the folder of this candidate's reports, which need not exist."""
    return Path(settings.HOME) / "wrong-passes" / str(candidate.pk)


def files(candidate: Candidate) -> dict[str, str]:
    """Return the text of every file by its path below the folder."""
    top = below(candidate)
    found = sorted(path for path in top.rglob("*") if path.is_file())
    return {path.relative_to(top).as_posix(): path.read_text(encoding="utf-8") for path in found}


def put_back(candidate: Candidate, texts: dict[str, str]) -> None:
    """Write files that ``files`` returned. A path that leads out of the folder is passed over."""
    top = below(candidate).resolve()
    for name, text in texts.items():
        path = (top / name).resolve()
        if path.is_relative_to(top):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def forget(candidate: Candidate) -> None:
    """Delete the folder."""
    shutil.rmtree(below(candidate), ignore_errors=True)


def _page(row: Submission, reason: str) -> str:
    facts = (
        f"exercise: {row.exercise_slug}",
        f"parts judged: {row.part}",
        f"exercise digest: {row.exercise_digest}",
        f"judge: {row.engine_version}",
    )
    return "\n".join([reason.strip()[:LONGEST], "", *(f"- {fact}" for fact in facts), ""])
