"""A real terminal: the command on one end of a pseudo-terminal, the test on the other."""

import fcntl
import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager

COLOUR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """What a person sees and types. ``seen`` is everything printed so far, without colours."""

    def __init__(self, process: "subprocess.Popen[bytes]", handle: int, name: str) -> None:
        self.process, self.handle, self.name, self.raw = process, handle, name, b""

    @property
    def seen(self) -> str:
        """Everything printed so far, as words."""
        return COLOUR.sub("", self.raw.decode(errors="replace")).replace("\r", "")

    def until(self, words: str, seconds: float = 60) -> str:
        """Wait until ``words`` are printed after what was waited for before; return all between."""
        start = getattr(self, "read_to", 0)
        end = time.monotonic() + seconds
        while words not in self.seen[start:]:
            if not self._more() or time.monotonic() > end:
                raise AssertionError(f"{words!r} was not printed; the terminal shows:\n{self.seen[start:]}")
        found = self.seen.index(words, start) + len(words)
        self.read_to = found
        return self.seen[start:found]

    def type(self, text: str) -> None:
        """Type ``text`` as it is; a newline is the Enter key, ``\\x04`` is Ctrl-D."""
        os.write(self.handle, text.encode())

    def taken(self, seconds: float = 60) -> None:
        """Wait until the program has read all that was typed; an echo alone comes from the terminal itself."""
        end = time.monotonic() + seconds
        theirs = os.open(self.name, os.O_RDWR | os.O_NOCTTY)
        try:
            while fcntl.ioctl(theirs, termios.FIONREAD, b"\0\0\0\0") != b"\0\0\0\0":
                assert time.monotonic() < end, "what was typed is never read"
                time.sleep(0.01)
        finally:
            os.close(theirs)

    def end(self, seconds: float = 60) -> int:
        """Read to the end and return the exit code."""
        while self._more():
            pass
        return self.process.wait(timeout=seconds)

    def _more(self) -> bool:
        if not select.select([self.handle], [], [], 60)[0]:
            return False
        try:
            data = os.read(self.handle, 65536)
        except OSError:  # Linux says so when the other end is closed
            return False
        self.raw += data
        return bool(data)


@contextmanager
def terminal(environ: dict[str, str], *words: str, cwd: str | os.PathLike[str] | None = None) -> Iterator[Terminal]:
    """Run ``greenroom WORDS`` in ``cwd`` on a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    name = os.ttyname(theirs)
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "greenroom", *words],
        cwd=cwd,
        env={**environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "40"},
        preexec_fn=lambda: os.login_tty(theirs),  # so that Ctrl-C reaches the process, as on a real terminal
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours, name)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        os.close(ours)
