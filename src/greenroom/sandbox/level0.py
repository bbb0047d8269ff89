"""Level 0: a warm interpreter in the jail. It sees no submission and no case; for each submission it clones level 1.

Run as a program by ``server`` with one argument, the number of its socket's descriptor.
"""

import gc
import os
import signal
import socket
import sys
import threading
from typing import Any, NoReturn

from greenroom.sandbox import kernel, landlock, level1, root, wire
from greenroom.sandbox.jail import Jail

INSIDE = 1000  # the number that a candidate's process sees as its own user and group
_OUTSIDE = 65534  # what it is outside when the judge runs as root: nobody
_SPACES = kernel.CLONE_NEWNET | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS
# What solutions usually import. Whatever links a library has to be here: its files are found by being loaded.
WARM = (
    "abc array ast asyncio base64 bisect bz2 calendar cmath collections contextlib copy csv ctypes dataclasses datetime"
    " decimal difflib enum fractions functools hashlib heapq hmac io itertools json linecache logging lzma math"
    " operator pathlib pickle queue random re secrets sqlite3 statistics string struct textwrap threading time"
    " traceback typing unittest urllib.parse uuid xml.etree.ElementTree zlib zoneinfo"
).split()


def main(descriptor: int) -> NoReturn:
    """Serve until the judge closes its end."""
    end = socket.socket(fileno=descriptor)
    try:
        order, _ = wire.receive(end)
        jail = _prepare(end, order)
        wire.send(end, {"ready": True})
        _serve(end, jail)
    except wire.Gone:
        os._exit(0)
    except Exception as error:
        wire.send(end, {"failed": f"{type(error).__name__}: {error}"})
        os._exit(1)


def _prepare(end: socket.socket, order: dict[str, Any]) -> Jail:
    for name in WARM:
        _imported(name)
    sources = root.mapped_files() | set(order["sources"])
    with open("/proc/self/statm") as sizes:
        base = int(sizes.read().split()[0]) * os.sysconf("SC_PAGESIZE")
    if order["level"] == "full":
        _enter(end, sources)
    threading.stack_size(1 << 20)  # eight times less than usual, as stacks count as memory
    gc.collect()
    gc.freeze()
    return Jail(
        full=order["level"] == "full",
        landlock=landlock.version(),
        base_bytes=base,
        readable=tuple(sorted(sources)),
        node=order["node"],
        libraries=order["libraries"],
        forking=order["forking"],
    )


def _imported(name: str) -> None:
    try:
        __import__(name)
    except ImportError:
        return  # some builds of Python come without a library; a solution that needs it is told so


def _enter(end: socket.socket, sources: set[str]) -> None:
    """Leave the machine: own namespaces, own root, no user of this machine but an ordinary one."""
    if os.geteuid() == 0:
        os.setgroups([])
        kernel.unshare(kernel.CLONE_NEWNS | _SPACES)
        root.build(sources)
        kernel.unshare(kernel.CLONE_NEWUSER | kernel.CLONE_NEWNS)
        _mapped(end, _OUTSIDE)
        kernel.prctl(kernel.PR_SET_KEEPCAPS, 1)
        os.setresgid(INSIDE, INSIDE, INSIDE)
        os.setresuid(INSIDE, INSIDE, INSIDE)
        kernel.raise_capabilities()
    else:
        outside, group = os.geteuid(), os.getegid()
        kernel.unshare(kernel.CLONE_NEWUSER | kernel.CLONE_NEWNS | _SPACES)
        _mapped(end, outside, group)
        root.build(sources)


def _mapped(end: socket.socket, user: int, group: int | None = None) -> None:
    """Ask the judge, which stands outside, to say who we are."""
    wire.send(end, {"map": [INSIDE, user, user if group is None else group]})
    wire.receive(end)


def _serve(end: socket.socket, jail: Jail) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    flags = kernel.CLONE_NEWPID | kernel.CLONE_NEWNS if jail.full else 0
    while True:
        order, (talk, source, *doors) = wire.receive(end)
        if kernel.clone(flags) == 0:
            level1.main(jail, order, talk, source, doors)
        for given in (talk, source, *doors):
            os.close(given)


if __name__ == "__main__":
    main(int(sys.argv[1]))
