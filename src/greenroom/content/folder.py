"""The folder of one exercise: its files, read once, and the faults met on the way."""

import os
import stat
from pathlib import Path

from ..codec import Problem, spell
from .fault import Fault

LARGEST = 256 * 1024  # bytes of a cases file
LARGEST_SOURCE = 32 * 1024  # bytes of a prompt or a source; a person reads it whole


class Folder:
    """The files of whatever ``main`` describes, below ``path`` (below ``root``).

    ``faults`` grows with each file that is amiss.
    """

    def __init__(self, root: Path, path: str, main: str = "exercise.yaml") -> None:
        self.root, self.path = root, path
        self.faults: list[Fault] = []
        self._links = self._linked()
        self._taken: set[str] = {main}

    def has(self, file: str) -> bool:
        """True when there is such a file."""
        return (self.root / self.path / file).is_file()

    def text(self, file: str) -> str:
        """Return the text of ``file``; "" and a fault when it cannot be read or is empty."""
        self._taken.add(file)
        try:
            return self._text(file)
        except OSError as error:
            gone = isinstance(error, FileNotFoundError)
            why = "is missing" if gone else f"cannot be opened ({error.strerror})"
            self._fault(file, "missing-file", why, "write it" if gone else "make it readable")
        except UnicodeDecodeError:
            self._fault(file, "unreadable", "is not UTF-8 text", "save the file as UTF-8")
        return ""

    def refuse(self, file: str, problem: Problem) -> None:
        """Note what is wrong inside ``file``."""
        said, _, mend = problem.message.partition("; ")
        path = f"{self.path}/{file}"
        self.faults.append(Fault(file=path, field=spell(problem.path), message=said, mend=mend or "mend it"))

    def strays(self) -> list[Fault]:
        """Return a fault for every file of the folder that nobody asked for so far."""
        there = self.root / self.path
        found = (os.path.relpath(Path(at) / file, there) for at, _, files in os.walk(there) for file in files)
        left = sorted(name for name in found if name not in self._taken and name not in self._links)
        mend = "see docs/authoring/exercise.md for the files of an exercise, or take it out"
        return [
            Fault(file=f"{self.path}/{name}", message="is no file of this exercise", mend=mend, code="stray-file")
            for name in left
            if not any(step.startswith(".") for step in name.split("/")) and "__pycache__" not in name
        ]

    def _text(self, file: str) -> str:
        path = self.root / self.path / file
        if any(file == link or file.startswith(f"{link}/") for link in self._links):
            return ""  # told already
        about = path.stat()
        most = LARGEST if file.endswith(".json") else LARGEST_SOURCE
        if not stat.S_ISREG(about.st_mode):
            self._fault(file, "unreadable", "is no ordinary file", "put a text file in its place")
        elif about.st_size > most:
            self._fault(file, "unreadable", f"is larger than {most // 1024} KiB", "shorten it")
        else:
            text = path.read_bytes().decode("utf-8-sig")
            if not text.strip():
                self._fault(file, "blank", "is empty", "write it")
            return text
        return ""

    def _linked(self) -> frozenset[str]:
        there = self.root / self.path
        links = set()
        for at, folders, files in os.walk(there):
            links |= {os.path.relpath(p, there) for name in (*folders, *files) if (p := Path(at) / name).is_symlink()}
        for link in sorted(links):
            self._fault(link, "link", "is a link that is not followed", "put a copy in its place")
        return frozenset(links)

    def _fault(self, file: str, code: str, message: str, mend: str) -> None:
        self.faults.append(Fault(file=f"{self.path}/{file}", message=message, mend=mend, code=code))
