"""Which files the library is made of, and what each kind of file holds."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from ..core.guide import Company, Competency, Pair, Role
from ..core.question import InterviewType, Question, Sample
from ..core.rubric import Rubric
from .fault import Fault

TYPES = "interview-types.yaml"
KINDS: dict[str, type] = {
    TYPES: InterviewType,
    "competencies/*.yaml": Competency,
    "companies/*.yaml": Company,
    "roles/*.yaml": Role,
    "guides/*/*.yaml": Pair,
    "questions/*/question.yaml": Question,
    "questions/*/samples/*.md": Sample,
    "rubrics/*.yaml": Rubric,
}
FOLDERS = frozenset(pattern.split("/")[0] for pattern in KINDS if "/" in pattern)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LARGEST = 256 * 1024  # bytes; the longest guide is a tenth of it


@dataclass(frozen=True)
class Found:
    """A file of the library: its path below the root, and the fact that it holds."""

    file: str
    kind: type


def kind_of(file: str) -> type | None:
    """Return the fact that ``file`` (a path below the root) holds, or None when it is no file of the library."""
    steps = file.split("/")
    for pattern, kind in KINDS.items():
        wanted = pattern.split("/")
        if len(wanted) == len(steps) and all(map(fnmatchcase, steps, wanted)):
            return kind
    return None


def files(root: Path) -> Iterator[Found | Fault]:
    """Yield every file of the library below ``root`` in order, and a fault for each that is not one or not ours.

    Folders of other rooms (exercises, loops) and hidden files are passed over; links to folders are not followed.
    """
    if not root.is_dir():
        yield Fault(
            file=".", message=f"there is no content folder {root}", mend="name the folder that holds companies/"
        )
        return
    closed: list[OSError] = []
    for folder, names, here in os.walk(root, onerror=closed.append):
        inside = Path(folder).relative_to(root)
        names[:] = sorted(n for n in names if not n.startswith(".") and (inside.parts or n in FOLDERS))
        for name in names:
            if (Path(folder) / name).is_symlink():
                yield _link((inside / name).as_posix())
        for name in sorted(here):
            if not name.startswith("."):
                yield from _file(root, (inside / name).as_posix())
    for error in closed:
        file = Path(error.filename).relative_to(root).as_posix()
        yield Fault(file=file, message=f"cannot be opened ({error.strerror})", mend="make the folder readable")


def _file(root: Path, file: str) -> Iterator[Found | Fault]:
    kind = kind_of(file)
    if kind is None:
        if "/" in file or file.endswith((".yaml", ".yml")):
            mend = "see docs/authoring for where each file goes and how it is named, or take it out"
            yield Fault(file=file, message="is in no place where content is read", mend=mend, code="stray-file")
    elif not _within(root / file, root):
        yield _link(file)
    else:
        yield Found(file, kind)


def _within(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return False


def _link(file: str) -> Fault:
    return Fault(file=file, message="is a link that is not followed", mend="put a copy in its place", code="link")
