"""All documents that could be read, before they are linked: what lint looks at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from .document import Document
from .fault import Fault
from .layout import Found, files
from .reading import read_file

T = TypeVar("T")


@dataclass(frozen=True)
class Shelf:
    """Documents in the order of their files, the faults of reading, and the files that could not be read."""

    documents: tuple[Document[Any], ...]
    faults: tuple[Fault, ...]
    broken: frozenset[str]

    def beside(self, documents: Iterable[Document[Any]], faults: Iterable[Fault]) -> "Shelf":
        """Return this shelf with more on it."""
        return replace(self, documents=(*self.documents, *documents), faults=(*self.faults, *faults))

    def of(self, kind: type[T]) -> Iterator[Document[T]]:
        """Yield the documents that hold a ``kind``."""
        return (document for document in self.documents if type(document.value) is kind)


def read_all(root: Path) -> Shelf:
    """Read every file below ``root``. A file with a fault is left out; nothing is raised for what files hold."""
    documents: list[Document[Any]] = []
    faults: list[Fault] = []
    for found in files(root):
        read = list(read_file(root, found)) if isinstance(found, Found) else [found]
        wrong = [fault for fault in read if isinstance(fault, Fault)]
        whole = not wrong or (isinstance(found, Found) and found.kind.__name__ == "InterviewType")
        documents += [document for document in read if isinstance(document, Document) and whole]
        faults += wrong
    return Shelf(tuple(documents), tuple(faults), frozenset(fault.file for fault in faults))
