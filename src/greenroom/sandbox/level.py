"""How closely this machine can keep a stranger's code, in levels and in plain words."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The levels, strongest first. Strangers' code runs at ``full`` only."""

    FULL = "full"
    REDUCED = "reduced"
    NONE = "none"


MEANING = {
    Level.FULL: "Code runs in a jail of its own: it sees no file, process or network of this machine.",
    Level.REDUCED: (
        "Code can open only the interpreter's files, can write none and reach no network, and has limits. It shares"
        " this machine's list of processes. Run your own code only."
    ),
    Level.NONE: "This machine offers no way to keep code in. Nothing is run here.",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The level that was proven on this machine, with what stood in the way of a stronger one.

    ``groups`` names the control groups that bound each submission as a whole, "" for none.
    """

    level: Level
    reasons: tuple[str, ...] = ()
    groups: str = ""

    def said(self) -> str:
        """Return the level, what it means, why it is not stronger and what bounds a submission, for people."""
        because = "".join(f" {reason[:1].upper()}{reason[1:]}." for reason in self.reasons)
        return f"Sandbox: {self.level.value}. {MEANING[self.level]}{because}{self._bounds()}"

    def _bounds(self) -> str:
        if self.level is Level.NONE:
            return ""
        if self.groups:
            return f" Each submission as a whole is bounded by {self.groups}."
        return " No control groups can be had here: limits hold for each process."
