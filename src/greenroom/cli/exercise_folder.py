"""A folder in which a candidate works on an exercise in their own editor."""

import json
from dataclasses import dataclass
from pathlib import Path

from greenroom.codec.own_tests import write_own_tests
from greenroom.core.case import Case
from greenroom.core.language import Language

from .exits import Exit, Stop
from .folder_mark import MARK, marked

PROMPT = "README.md"
TESTS = "tests.txt"
ABOVE = """One test a line: NAME: [ARGUMENTS] -> RESULT, both as JSON.
The first are the visible cases; add your own below them. `greenroom test` runs them all, and what yours are worth
against known wrong solutions is told when you submit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The folder at ``path``: which exercise it is of, and in which language."""

    path: Path
    slug: str
    language: Language

    @property
    def solution(self) -> Path:
        return self.path / self.language.file

    def files(self) -> dict[str, bytes]:
        """Return what is handed in. Raises ``Stop`` when the solution cannot be read."""
        try:
            found = {self.language.file: self.solution.read_bytes()}
        except OSError as error:
            raise Stop(f"{self.solution} cannot be read ({error.strerror}).", Exit.NOT_HERE) from error
        tests = self.path / TESTS
        if self.language is Language.SQL:
            return found
        return found | ({TESTS: tests.read_bytes()} if tests.is_file() else {})

    def changed(self) -> tuple[int, ...]:
        """Return a value that changes when one of the files is saved."""
        return tuple(p.stat().st_mtime_ns for p in (self.solution, self.path / TESTS) if p.is_file())

    def write(self, name: str, text: str) -> None:
        """Write a file that is ours, not the candidate's."""
        (self.path / name).parent.mkdir(exist_ok=True)
        (self.path / name).write_text(text, encoding="utf-8")

    def write_prompt(self, text: str) -> None:
        """Write the prompt of the parts that are reached."""
        (self.path / PROMPT).write_text(text, encoding="utf-8")

    def add_tests(self, cases: tuple[Case, ...]) -> None:
        """Add cases whose names do not stand in the tests yet, and keep all that is there."""
        file = self.path / TESTS
        there = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        new = [case for case in cases if not any(line.startswith(f"{case.id}:") for line in there.splitlines())]
        if new:
            text = write_own_tests(new, above="" if there else ABOVE)
            file.write_text(f"{there.rstrip()}\n\n{text}" if there else text, encoding="utf-8")


def here(start: Path | None = None) -> Folder | None:
    """Return the exercise folder that ``start`` (or where we are) is, or lies in; None when it is none."""
    path = marked(start or Path.cwd())
    return _read(path) if path else None


def need() -> Folder:
    """Return the exercise folder around here. Raises ``Stop``."""
    folder = here()
    if folder is None:
        raise Stop("This is no exercise folder. `greenroom start SLUG` makes one.", Exit.NOT_HERE)
    return folder


def made(path: Path, slug: str, language: Language, code: str) -> tuple[Folder, bool]:
    """Return the folder at ``path``, and whether it was made just now; code that is there is kept.

    Raises ``Stop`` when something else is in the way.
    """
    there = _read(path) if (path / MARK).is_file() else None
    if there is not None and (there.slug, there.language) != (slug, language):
        raise Stop(f"{path} is the folder of {there.slug} in {there.language.value}. Choose another with --folder.")
    if there is None and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise Stop(f"{path} is there already and is kept as it is. Choose another with --folder.")
    folder = there or Folder(path=path, slug=slug, language=language)
    try:
        path.mkdir(parents=True, exist_ok=True)
        mark = {"slug": slug, "language": language.value}
        (path / MARK).write_text(json.dumps(mark) + "\n", encoding="utf-8")
        if not folder.solution.exists():
            folder.solution.write_text(code, encoding="utf-8")
    except OSError as error:
        raise Stop(f"{path} cannot be written ({error.strerror}). Choose another with --folder.") from error
    return folder, there is None


def _read(path: Path) -> Folder:
    try:
        told = json.loads((path / MARK).read_text(encoding="utf-8"))
        return Folder(path=path, slug=str(told["slug"]), language=Language(told["language"]))
    except (OSError, ValueError, KeyError, TypeError):
        mend = "`greenroom start SLUG --folder OTHER` makes a new folder"
        raise Stop(f"{path / MARK} does not say which exercise this is; {mend}.", Exit.NOT_HERE) from None
