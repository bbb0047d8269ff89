"""What a forked Node.js does to lock itself in, as data: system calls for ``forking.c``, in the order of ``level2``."""

import os
import resource
import signal
import struct
from dataclasses import dataclass, field

from . import filter, kernel, landlock
from .jail import DEVICES, TMP, Jail

_NUMBER, _PLACE, _ANSWER = 0, 1, 2
_KEEP, _POINT = -1, -2
_CALLS = {  # prctl, unshare, mount, chdir, capset, openat, close, prlimit64, getpid
    "x86_64": (157, 272, 165, 80, 126, 257, 3, 302, 39),
    "aarch64": (167, 97, 40, 49, 91, 56, 57, 261, 172),
}
_CREATE, _ADD, _RESTRICT = 444, 445, 446
_AT_FDCWD = -100
_RULES, _OPENED, _OWN = 0, 1, 2  # answers that are kept

Word = int | tuple[int, int]


@dataclass(slots=True)
class Program:
    """Steps with the memory that they point into."""

    steps: list[bytes] = field(default_factory=list)
    memory: bytearray = field(default_factory=bytearray)

    def call(self, number: int, *words: Word, keeps: int = -1, mild: bool = False) -> None:
        """Add one system call. A word is a number or what ``at`` and ``answer`` give."""
        given = [word if isinstance(word, tuple) else (_NUMBER, word) for word in (*words, *[0] * (6 - len(words)))]
        values, kinds = [value for _, value in given], [kind for kind, _ in given]
        self.steps.append(struct.pack("=7q6BBxi4x", number, *values, *kinds, mild, keeps))

    def at(self, data: bytes) -> tuple[int, int]:
        """Put ``data`` into memory, on a boundary of 8, and return its place."""
        self.memory += bytes(-len(self.memory) % 8)
        place = len(self.memory)
        self.memory += data
        return _PLACE, place

    def keep(self, answer: int, place: int) -> None:
        """Write an earlier answer into memory."""
        self.call(_KEEP, answer, place)

    def point(self, place: int, to: int) -> None:
        """Write the address of one place into another."""
        self.call(_POINT, place, to)

    def packed(self, text: bytes) -> bytes:
        """Return the packet for ``forking.c``."""
        return struct.pack("=ii", len(text), len(self.steps)) + b"".join(self.steps) + bytes(self.memory) + text


def locking(jail: Jail, limits: dict[int, int], rules: bytes) -> Program:
    """Return the program that closes every door, in the order in which the rights to close them are given up."""
    prctl, unshare, mount, chdir, capset, _, _, prlimit, getpid = _CALLS[kernel.MACHINE]
    made = Program()
    made.call(prctl, kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if jail.full:
        made.call(unshare, kernel.CLONE_NEWNS)
        flags = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
        words = [made.at(word) for word in (b"none\0", TMP.encode() + b"\0", b"tmpfs\0")]
        made.call(mount, *words, flags, made.at(b"size=16m,nr_inodes=512,mode=700,uid=1000,gid=1000\0"))
        made.call(unshare, kernel.CLONE_NEWUSER)
    made.call(chdir, made.at((TMP if jail.full else "/").encode() + b"\0"))
    for capability in range(41):
        made.call(prctl, kernel.PR_CAPBSET_DROP, capability, mild=True)
    made.call(prctl, kernel.PR_CAP_AMBIENT, 4, mild=True)  # clear all
    made.call(capset, made.at(struct.pack("=II", 0x20080522, 0)), made.at(bytes(24)))
    if jail.landlock:
        _landlocked(made, jail)
    for limit, value in limits.items():
        hard = resource.getrlimit(limit)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        made.call(prlimit, 0, limit, made.at(struct.pack("=QQ", value, value)), 0)
    made.call(getpid, keeps=_OWN)
    _, program = made.at(rules)
    for place in filter.own_places(rules):
        made.keep(_OWN, program + place)
    _, header = made.at(struct.pack("=HxxxxxxQ", len(rules) // 8, 0))
    made.point(header + 8, program)
    made.call(prctl, kernel.PR_SET_NO_NEW_PRIVS, 1)
    made.call(prctl, kernel.PR_SET_SECCOMP, 2, (_PLACE, header))
    return made


def _landlocked(made: Program, jail: Jail) -> None:
    prctl, _, _, _, _, openat, close, _, _ = _CALLS[kernel.MACHINE]
    words, size = landlock.handled(jail.landlock)
    made.call(_CREATE, made.at(struct.pack("=3Q", *words)), size, 0, keeps=_RULES)
    readable = ("/",) if jail.full else jail.readable
    for place, rights in landlock.rights(jail.landlock, (*readable, *DEVICES), (TMP,) if jail.full else ()):
        _, rule = made.at(struct.pack("=Qi", rights, 0))
        made.call(openat, _AT_FDCWD, made.at(os.fsencode(place) + b"\0"), os.O_PATH | os.O_CLOEXEC, keeps=_OPENED)
        made.keep(_OPENED, rule + 8)
        made.call(_ADD, (_ANSWER, _RULES), 1, (_PLACE, rule), 0)
        made.call(close, (_ANSWER, _OPENED))
    made.call(prctl, kernel.PR_SET_NO_NEW_PRIVS, 1)
    made.call(_RESTRICT, (_ANSWER, _RULES), 0)
    made.call(close, (_ANSWER, _RULES))
