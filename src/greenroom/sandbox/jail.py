"""What the levels inside know about their jail."""

from dataclasses import dataclass

TMP = "/tmp"  # noqa: S108 - inside the jail: a file system of its own for each case
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")


@dataclass(frozen=True, slots=True)
class Jail:
    """``landlock`` is its version, 0 for none; ``base_bytes`` the addresses that the warm interpreter takes.

    ``readable`` are the files and folders of the interpreters; ``node`` is the path of Node.js or "", ``libraries``
    the folders of its libraries, joined by colons. ``forking`` is the library that forks a warm Node.js, or "".
    """

    full: bool
    landlock: int
    base_bytes: int
    readable: tuple[str, ...]
    node: str
    libraries: str
    forking: str
