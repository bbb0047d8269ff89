"""The library as this process has read it, and the one place that names the concrete engines."""

import hashlib
from collections.abc import Collection
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from greenroom import __version__
from greenroom.content.library import Library, load
from greenroom.core.code_reading import CodeReading
from greenroom.core.compose import Guide
from greenroom.core.concern import Concern
from greenroom.core.exercise import Kind
from greenroom.core.language import Language
from greenroom.core.scorecard import Scorecard, score
from greenroom.engines import reader
from greenroom.engines.feedback import ENGINE_VERSION, Explanation, explain, review, wording

if TYPE_CHECKING:
    from greenroom.engines.judge import Lab
    from greenroom.engines.sqllab import Lab as SqlLab

AnyLab = Any  # the lab of an exercise's kind: they share ``missing`` and, but for parts, ``run``

__all__ = [
    "ENGINE_VERSION",
    "AnyLab",
    "Explanation",
    "Library",
    "code_reading_version",
    "explain",
    "guide",
    "judge_version",
    "library",
    "open_lab",
    "open_sql_lab",
    "read_code",
    "reader",
    "review",
    "score",
    "sql_authors_fault",
    "sql_lab_version",
    "sql_refused",
    "version_of",
    "warm",
    "wording",
]


@cache
def library() -> Library:
    """Read the library once for the life of the process; faulty files are left out and listed in ``faults``."""
    return load(settings.CONTENT_ROOT)


@lru_cache(maxsize=512)  # bounded: the names come from an address that anybody can type
def guide(company: str, role: str) -> Guide | None:
    """Compose the guide once for the life of the process; None when company or role is not in the library."""
    return library().guide(company, role)


def open_lab(strangers: bool = False, grouping: bool = True) -> "Lab":
    """Start a code lab (about half a second); close it in the end. Only here, as pages have no need of its imports.

    ``strangers``: other people's code may come, which a lab below the full level refuses. ``grouping`` as for ``Lab``.
    """
    from greenroom.engines.judge import Lab

    return Lab(strangers, grouping)


def open_sql_lab(home: Path | None = None) -> "SqlLab":
    """Open the SQL lab of the data folder ``home``, or of the settings; its server starts at the first use.

    With the settings' home, queries run on the settings' server if there is one. Close it in the end.
    """
    from greenroom.engines.sqllab import Lab

    return Lab(home) if home else Lab(Path(settings.HOME), address=settings.SQL_SERVER)


def read_code(language: Language, source: str, concerns: Collection[Concern]) -> CodeReading:
    """Read accepted code by the rules, in a child process (a tenth of a second)."""
    from greenroom.engines.code_reading import read

    return read(language, source, concerns)


@cache
def code_reading_version() -> str:
    """Return what stands for the version of engine and rules: it changes with every line of them."""
    return _version("greenroom.engines.code_reading")


def sql_authors_fault() -> type[Exception]:
    """Return what the SQL lab raises when the exercise itself does not run."""
    from greenroom.engines.sqllab import AuthorsFault

    return AuthorsFault


def sql_refused() -> type[Exception]:
    """Return what the SQL lab raises for a statement that gives no rows. Only here, as pages need no driver for it."""
    from greenroom.engines.sqllab import Refused

    return Refused


@cache
def judge_version() -> str:
    """Return what stands for the judge's version: it changes with every line of the judge and of its sandbox."""
    return _version("greenroom.engines.judge", "greenroom.sandbox")


@cache
def sql_lab_version() -> str:
    """Return what stands for the SQL lab's version: it changes with every line of it."""
    return _version("greenroom.engines.sqllab")


def version_of(kind: Kind) -> str:
    """Return what stands for the version of the lab that runs exercises of ``kind``."""
    return sql_lab_version() if kind is Kind.SQL else judge_version()


def _version(*packages: str) -> str:
    told = hashlib.sha256(__version__.encode())
    for package in packages:
        spec = find_spec(package)
        here = Path(spec.origin).parent if spec and spec.origin else Path()
        for file in sorted(p for p in here.rglob("*") if p.suffix in (".py", ".js", ".c", ".yaml")):
            told.update(file.read_bytes())
    return f"{__version__}+{told.hexdigest()[:16]}"


def warm() -> Scorecard | None:
    """Review one sample, so that the first candidate does not wait for the engine to be loaded."""
    for slug, question in sorted(library().questions.items()):
        for sample in library().samples.get(slug, ()):
            rubric = library().rubrics[question.rubric]
            return score(rubric, tuple(review(question, rubric, sample.text)))
    return None
