"""A candidate's file for a race, read into its steps: headers, ``-- step NAME`` lines and ``-- into NAME`` lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from greenroom.core.verdict import Verdict

from .answer import Refused
from .session import Words

MOST_STEPS = 6
MOST_RETRIES = 5
LONGEST = 20_000  # characters
ONCE = "once"
_HEADER = re.compile(r"--\s*(isolation|retry)\s*:\s*(.*?)\s*", re.IGNORECASE)
_STEP = re.compile(r"--\s*step\s+(\S+)\s*", re.IGNORECASE)
_ONCE = re.compile(r"--\s*once\s*", re.IGNORECASE)
_INTO = re.compile(r"--\s*into\s+([a-z_]\w*)\s*", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")
_SKIP = r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(?P<tag>\w*)\$.*?\$(?P=tag)\$|--[^\n]*|/\*.*?\*/|::"""
_PARAMETER = re.compile(rf"{_SKIP}|(?<![\w:]):(?P<name>[a-z_]\w*)", re.DOTALL | re.IGNORECASE)
_FIRST_WORD = re.compile(r"\A(?:\s|\(|--[^\n]*\n|/\*.*?\*/)*([a-z]+)", re.DOTALL | re.IGNORECASE)
_MAY = ("select", "insert", "update", "delete", "merge", "with", "lock", "values", "table")
_ONCE_MAY = re.compile(
    r"(?:\s|--[^\n]*\n)*(?:create\s+(?:unique\s+)?index\b"
    r"|alter\s+table\s+\w+\s+add\s+(?:constraint\s+\w+\s+)?(?:check|unique|exclude|primary|foreign)\b)",
    re.IGNORECASE,
)


class Isolation(StrEnum):
    """How far transactions are kept apart; the words are those of SQL."""

    READ_COMMITTED = "read committed"
    REPEATABLE_READ = "repeatable read"
    SERIALIZABLE = "serializable"


@dataclass(frozen=True)
class Typed:
    """A value with the number of its type, 0 where the server is to find it."""

    value: str | None
    kind: int = 0


@dataclass(frozen=True)
class Step:
    """One statement of every session; ``into`` may be empty.

    ``lead`` is blank and as long as what stands above it in the file, so that the server's line and column are the
    file's own.
    """

    name: str
    text: str
    lead: str
    into: str = ""

    def bound(self, values: Mapping[str, Typed]) -> Words:
        """Return the statement with ``:name`` sent as parameters. Raises ``Refused`` for a name that nothing gives."""
        found: dict[str, int] = {}

        def place(match: re.Match[str]) -> str:
            name = match["name"]
            if name is None:
                return match[0]
            if name.lower() not in values:
                given = ", ".join(f":{one}" for one in values)
                raise no(f"Step {self.name} uses :{name}, which nobody gives; there is {given}.")
            return f"${found.setdefault(name.lower(), len(found) + 1)}".ljust(len(match[0]))

        text = self.lead + _PARAMETER.sub(place, self.text)
        given = [values[name] for name in found]
        return Words(text, tuple(one.value for one in given), tuple(one.kind for one in given))


@dataclass(frozen=True)
class Script:
    """What every session does. ``once`` are statements that run a single time, before all sessions."""

    isolation: Isolation
    retry: int
    steps: tuple[Step, ...]
    once: tuple[Step, ...] = ()


@dataclass
class _Draft:
    """A step as its lines are met; lines that say something to the lab are blank."""

    name: str
    line: int  # of its first line, from 1
    above: str
    lines: list[str]
    into: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def where(self) -> str:
        return f"Step {self.name or '1'}, line {self.line}"

    @property
    def word(self) -> str:
        found = _FIRST_WORD.match(self.text)
        return found[1].lower() if found else ""


def script_of(text: str) -> Script:
    """Return what ``text`` says. Raises ``Refused`` with the line that is wrong."""
    if len(text) > LONGEST:
        raise no(f"The file is longer than {LONGEST:,} characters.")
    isolation, retry = Isolation.READ_COMMITTED, 0
    drafts, above = [_Draft("", 1, "", [])], ""
    for number, line in enumerate(text.split("\n"), 1):
        blank = " " * len(line)
        above += f"{blank}\n"
        if found := _HEADER.fullmatch(line.strip()):
            if found[1].lower() == "isolation":
                isolation = _isolation(found[2], number)
            else:
                retry = _retry(found[2], number)
        elif _ONCE.fullmatch(line.strip()):
            drafts.append(_Draft(ONCE, number + 1, above, []))
            continue
        elif found := _STEP.fullmatch(line.strip()):
            drafts.append(_Draft(_name(found[1], number), number + 1, above, []))
            continue
        elif found := _INTO.fullmatch(line.strip()):
            if drafts[-1].into:
                raise no(f"{drafts[-1].where}: holds `-- into` twice.")
            drafts[-1].into = found[1].lower()
        else:
            blank = line
        drafts[-1].lines.append(blank)
    once = tuple(_once(draft) for draft in drafts if draft.name == ONCE)
    steps = tuple(_step(draft) for draft in drafts if draft.name != ONCE and (draft.name or draft.word))
    if not steps:
        raise no("The file holds no step: write `-- step NAME` above each statement.")
    if len(steps) > MOST_STEPS:
        raise no(f"The file holds {len(steps)} steps; at most {MOST_STEPS} are played.")
    if len({step.name for step in steps}) < len(steps):
        raise no("Two steps have the same name.")
    return Script(isolation, retry, steps, once)


def no(message: str) -> Refused:
    """Return the refusal of a file that cannot be played."""
    return Refused(Verdict.COMPILE_ERROR, message, once=True)


def _isolation(text: str, line: int) -> Isolation:
    try:
        return Isolation(" ".join(text.lower().split()))
    except ValueError:
        raise no(f"Line {line}: isolation is one of {', '.join(Isolation)}.") from None


def _retry(text: str, line: int) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:3]) > MOST_RETRIES:
        raise no(f"Line {line}: retry is a number from 0 to {MOST_RETRIES}.")
    return int(text)


def _name(text: str, line: int) -> str:
    if not _NAME.fullmatch(text) or text in (ONCE, "commit"):
        raise no(f"Line {line}: {text[:40]!r} is no name of a step; use small letters, digits and hyphens.")
    return text


def _step(draft: _Draft) -> Step:
    if not draft.word:
        raise no(f"{draft.where}: holds no statement.")
    if draft.word not in _MAY:
        may = ", ".join(_MAY[:7])
        raise no(f"{draft.where}: begins with {draft.word.upper()}; a step is {may}. The lab begins and commits.")
    return Step(draft.name or "1", draft.text, draft.above, draft.into)


def _once(draft: _Draft) -> Step:
    if not _ONCE_MAY.match(draft.text):
        raise no(f"Line {draft.line}: below `-- once` stands one CREATE INDEX or one ALTER TABLE ... ADD constraint.")
    return Step(ONCE, draft.text, draft.above)
