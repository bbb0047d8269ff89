"""A document: one fact of the library with the place in the file that it was read from."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from ..codec import Path, spell
from .fault import Fault
from .yamlfile import line_of, tree

T = TypeVar("T")


@dataclass(frozen=True)
class Text:
    """The YAML of a file and the number of lines that stand before it."""

    yaml: str
    above: int = 0

    def line(self, path: Path) -> int:
        """Return the line of ``path`` in the file, counted from 1."""
        return self.above + line_of(self._tree, path)

    @cached_property
    def _tree(self) -> Any:
        return tree(self.yaml)  # only when there is a fault to place


@dataclass(frozen=True)
class Document(Generic[T]):
    """``value`` as read from ``file``; ``base`` is its path inside the file ("the third item")."""

    file: str
    value: T
    text: Text
    base: Path = field(default=())

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The parts of the path below the folder of its kind, without the suffix: ("stripe", "backend-developer")."""
        return tuple(self.file.rsplit(".", 1)[0].split("/")[1:])

    def fault(self, path: Path, code: str, message: str, mend: str) -> Fault:
        """Return a fault at ``path``, which is a path in ``value``."""
        return fault_at(self.file, self.text, self.base + path, code, message, mend)


def fault_at(file: str, text: Text, path: Path, code: str, message: str, mend: str) -> Fault:
    """Return a fault at ``path``. The step into ``layer`` is left out, as files have its fields at the top."""
    written = tuple(step for position, step in enumerate(path) if (position, step) != (0, "layer"))
    return Fault(file=file, line=text.line(written), field=spell(written), message=message, mend=mend, code=code)
