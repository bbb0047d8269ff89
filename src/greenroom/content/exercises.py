"""Exercises: a folder each, with sources in files of their own. One is read when it is asked for, not before."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..codec import Path as Field
from ..codec import Unreadable
from ..codec.cases import read_cases, with_sources
from ..core.cases import Cases
from ..core.exercise import Exercise, Part, Wrong
from ..core.language import CODE, Language
from .document import Document
from .fault import Fault
from .folder import Folder
from .layout import SLUG, Found
from .reading import read_file
from .sql_exercises import read_sql_exercise, sql_names

HERE = "exercises/code"
FILE = "exercise.yaml"

Read = tuple[Document[Exercise] | None, tuple[Fault, ...]]


class Exercises(Mapping[str, Exercise]):
    """The exercises of every lab below ``root`` by slug, as one library.

    A folder is read at the first look and kept; a broken one is not here. Where two labs have a folder of one name,
    the code lab's is taken. ``questions`` are the slugs of the questions that are served: an exercise that names
    another has none.
    """

    def __init__(self, root: Path, questions: frozenset[str]) -> None:
        self._root, self._questions = root, questions
        self._names = {**dict.fromkeys(sql_names(root), read_sql_exercise), **dict.fromkeys(names(root), read_exercise)}
        self._read: dict[str, Exercise | None] = {}

    def __getitem__(self, slug: str) -> Exercise:
        if slug not in self._names:
            raise KeyError(slug)
        if slug not in self._read:
            document, _ = self._names[slug](self._root, slug)
            self._read[slug] = self._linked(slug, document.value) if document else None
        found = self._read[slug]
        if found is None:
            raise KeyError(slug)
        return found

    def __iter__(self) -> Iterator[str]:
        return (name for name in sorted(self._names) if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, slug: object) -> bool:
        try:
            self[str(slug)]
        except KeyError:
            return False
        return True

    def _linked(self, slug: str, exercise: Exercise) -> Exercise:
        question = exercise.question if exercise.question in self._questions else ""
        return replace(exercise, slug=slug, question=question)


def names(root: Path) -> tuple[str, ...]:
    """Return the names of the folders that hold an exercise, in order. Links are not followed."""
    here = root / HERE
    if not here.is_dir():
        return ()
    return tuple(sorted(p.name for p in here.iterdir() if not p.is_symlink() and (p / FILE).is_file()))


def read_exercise(root: Path, name: str) -> Read:
    """Read the whole exercise in the folder ``name``; None and the faults when it cannot be served."""
    read = list(read_file(root, Found(f"{HERE}/{name}/{FILE}", Exercise)))
    document: Document[Exercise] | None = next((d for d in read if isinstance(d, Document)), None)
    if document is None:
        return None, tuple(fault for fault in read if isinstance(fault, Fault))
    folder = Folder(root, f"{HERE}/{name}")
    value = replace(
        document.value,
        parts=tuple(_part(folder, n, part) for n, part in enumerate(document.value.parts, 1)),
        wrong=tuple(_wrong(folder, wrong) for wrong in document.value.wrong),
        starter=_sources(folder, "starter", CODE),
        reference=_sources(folder, "reference", CODE),
    )
    faults = (*_own_fields(document), *_names(document), *folder.faults)
    return (None if faults else replace(document, value=value)), (*faults, *folder.strays())


def outline(document: Document[Exercise]) -> Document[Exercise]:
    """Return ``document`` with its prose alone: what rules about words look at."""
    value = document.value
    return replace(
        document,
        value=replace(
            value,
            parts=tuple(replace(part, cases=Cases(cases=()), make="") for part in value.parts),
            wrong=tuple(replace(wrong, files={}) for wrong in value.wrong),
            sql=replace(value.sql, ddl="", data={}, lines={}) if value.sql else None,
            starter={},
            reference={},
        ),
    )


def read_exercises(root: Path) -> Iterator[Read]:
    """Read every exercise below ``root``, in order."""
    return (read_exercise(root, name) for name in names(root))


def _part(folder: Folder, number: int, part: Part) -> Part:
    return replace(
        part,
        prompt=folder.text(f"parts/{number}.md"),
        cases=_cases(folder, f"cases/{number}.json"),
        make=folder.text(f"growth/{number}.py") if part.growth else "",
    )


def _cases(folder: Folder, file: str) -> Cases:
    text = folder.text(file)
    if not text:
        return Cases(cases=())
    try:
        return with_sources(read_cases(text), folder.text)
    except Unreadable as wrong:
        for problem in wrong.problems:
            folder.refuse(file, problem)
        return Cases(cases=())


def _wrong(folder: Folder, wrong: Wrong) -> Wrong:
    if not SLUG.fullmatch(wrong.name):
        return wrong  # told by _names; such a name is never made into a path
    return replace(wrong, files=_sources(folder, f"wrong/{wrong.name}", (Language.PYTHON,)))


def _sources(folder: Folder, below: str, needed: tuple[Language, ...]) -> dict[Language, str]:
    files = {language: f"{below}/{language.file}" for language in CODE}
    wanted = {language: file for language, file in files.items() if language in needed or folder.has(file)}
    return {language: folder.text(file) for language, file in wanted.items()}


def _names(document: Document[Exercise]) -> Iterator[Fault]:
    for at, wrong in enumerate(document.value.wrong):
        if not SLUG.fullmatch(wrong.name):
            mend = "use small letters, digits and single hyphens"
            yield document.fault(("wrong", at, "name"), "slug-form", f"{wrong.name!r} is no name of a folder", mend)


def _own_fields(document: Document[Exercise]) -> Iterator[Fault]:
    """What lies in files of its own must not stand in the YAML too: one of the two would be believed in silence."""
    value: Any = document.value
    found: list[Field] = [(name,) for name in ("starter", "reference") if getattr(value, name)]
    for at, part in enumerate(value.parts):
        found += [("parts", at, name) for name in ("prompt", "make") if getattr(part, name)]
        found += [("parts", at, "cases")] if part.cases.cases else []
    found += [("wrong", at, "files") for at, wrong in enumerate(value.wrong) if wrong.files]
    for path in found:
        yield document.fault(path, "unreadable", "lies in a file of its own", "take it out here")
