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
    """The level that was proven on this machine, with what stood in the way of a stronger one."""

    level: Level
    reasons: tuple[str, ...] = ()

    def said(self) -> str:
        """Return the level, what it means and why it is not stronger, for people."""
        because = "".join(f" {reason[:1].upper()}{reason[1:]}." for reason in self.reasons)
        return f"Sandbox: {self.level.value}. {MEANING[self.level]}{because}"
