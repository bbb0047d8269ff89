"""The small library that stands on the pages of docs/authoring, written into a folder of its own."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from greenroom.content import Fault, Library, check, load

DOCS = Path(__file__).parents[2] / "docs" / "authoring"
TODAY = date(2026, 11, 20)
_BLOCK = re.compile(r"^```(?:yaml|md|json|py|js|sql) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Room:
    """A content folder that a test may spoil."""

    root: Path

    def write(self, file: str, text: str | bytes) -> None:
        """Write ``file``, with the folders above it."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the first ``old`` in ``file``, which must be there."""
        text = (self.root / file).read_text()
        assert old in text, f"{old!r} is not in {file}"
        self.write(file, text.replace(old, new, 1))

    def line(self, file: str, words: str) -> int:
        """Return the number of the first line of ``file`` with ``words`` in it."""
        lines = (self.root / file).read_text().split("\n")
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def load(self) -> Library:
        return load(self.root)

    def faults(self, code: str = "") -> list[Fault]:
        """Return what the check finds, without proof; only the faults of ``code`` when one is given."""
        return [fault for fault in check(self.root, TODAY) if code in ("", fault.code)]


def build(root: Path) -> Room:
    """Write every example of the pages below ``root``."""
    room = Room(root)
    for page in sorted(DOCS.glob("*.md")):
        for file, text in _BLOCK.findall(page.read_text()):
            room.write(file, text)
    return room
