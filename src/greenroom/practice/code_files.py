"""What a candidate hands in for an exercise: one solution, and tests of their own if there are any."""

from collections.abc import Mapping
from dataclasses import dataclass

from greenroom.core.exercise import Exercise, Kind
from greenroom.core.language import Language

from .errors import OtherKind, Unusable

TESTS = "tests.txt"
LONGEST = {TESTS: 64 * 1024}  # bytes; a solution may have LONGEST_SOURCE
LONGEST_SOURCE = 256 * 1024
ALL = frozenset({TESTS, *(language.file for language in Language)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """The one solution and its language; ``tests`` is "" when there are none."""

    language: Language
    source: str
    tests: str

    @property
    def files(self) -> dict[str, str]:
        """The files by name, as the judge takes them."""
        return {self.language.file: self.source}


def taken(exercise: Exercise, files: Mapping[str, bytes]) -> Handed:
    """Look ``files`` over. Raises ``Unusable`` in the words of the person who can mend it; nothing is kept then."""
    names = {language.file: language for language in exercise.reference}
    tested = exercise.kind is Kind.CODE
    for name in files:
        if name not in names and not (tested and name == TESTS):
            wanted = " or ".join(names) + (f", and {TESTS} if you have tests" if tested else "")
            amiss = OtherKind if name in ALL else Unusable
            raise amiss(f"{_shown(name)} cannot be taken. Hand in {wanted}.")
    solutions = [name for name in files if name in names]
    if len(solutions) != 1:
        raise Unusable(f"Hand in one solution: {' or '.join(names)}. There are {len(solutions)}.")
    texts = {name: _text(name, data) for name, data in files.items()}
    if not texts[solutions[0]].strip():
        raise Unusable(f"{solutions[0]} is empty.")
    return Handed(language=names[solutions[0]], source=texts[solutions[0]], tests=texts.get(TESTS, ""))


def language_of(exercise: Exercise, name: str) -> Language:
    """Return the language of that name, the exercise's first one for "". Raises ``Unusable``."""
    known = tuple(exercise.reference)
    try:
        return known[known.index(Language(name))] if name else known[0]
    except ValueError:
        raise Unusable(f"{_shown(name)} is no language here. Choose {' or '.join(known)}.") from None


def _text(name: str, data: bytes) -> str:
    most = LONGEST.get(name, LONGEST_SOURCE)
    if len(data) > most:
        raise Unusable(f"{name} is larger than {most // 1024} kB.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable(f"{name} is not UTF-8. Save it as UTF-8.") from None
    if "\x00" in text:
        raise Unusable(f"{name} holds a NUL byte, which no source has.")
    return text


def _shown(name: str) -> str:
    short = name if len(name) <= 40 else name[:40] + "…"
    return f"“{''.join(c if c.isprintable() else '�' for c in short)}”"
