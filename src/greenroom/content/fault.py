"""A fault: a mistake in content, found when it is read, by lint or by proof."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One mistake and how to mend it.

    ``file``   the path below the content folder, with forward slashes; "." for the folder itself.
    ``line``   counted from 1; 0 when the fault concerns the file as a whole.
    ``field``  as authors write it (``stages[0].what[1].say``), or "".
    ``code``   which rule found it.
    """

    file: str
    line: int = 0
    field: str = ""
    message: str
    mend: str
    code: str = "unreadable"

    def __str__(self) -> str:
        field = f" {self.field}" if self.field else ""
        return _printable(f"{self.file}:{self.line}{field}: {self.message}. Mend: {self.mend}.")


def _printable(text: str) -> str:
    """Names and texts come from files, and may hold what moves a terminal's cursor or cannot be written at all."""
    return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
