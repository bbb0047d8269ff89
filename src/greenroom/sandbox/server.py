"""The outside of the sandbox: starts level 0, hands it submissions, and reads what came of each case.

Everything that a case writes goes to memory files that this process owns and reads when the case's process is dead.
No path of the jail is ever opened from here.
"""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from . import groups, kernel, root, wire
from .building import built
from .groups import Groups, Leaf
from .level import Level

_SEALS = 0x1 | 0x2 | 0x4 | 0x8  # no more sealing, shrinking, growing, writing
_START_S, _COMPILE_S, _SPARE_S = 30.0, 60.0, 30.0  # generous: only a broken jail lets them pass
# What a submission's group may hold beyond the case's own limit: level 1, the warm Node.js, the file system in /tmp.
# The limits of the processes come first; the group is there for what they do not count.
_BESIDE_BYTES = {"python": 112 << 20, "node": 336 << 20}
_COMPILING_BYTES, _STREAMS, _TASKS = 512 << 20, 4, 300
_REMOVAL_S = 1.0
_SRC = str(Path(__file__).parents[2])
_BEGIN = "import sys; sys.path[:0] = [{!r}]; from greenroom.sandbox import level0; del sys.path[0]; level0.main({})"


class Broken(Exception):
    """The sandbox itself failed: never the candidate's fault. The text says what happened."""


@dataclass(frozen=True, slots=True)
class Order:
    """One case as the sandbox sees it. ``call`` is the arguments as JSON; ``function`` "" runs a program."""

    function: str
    call: bytes
    stdin: bytes
    cpu_s: float
    wall_s: float
    memory_mb: int
    output_kb: int


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one case: bytes as they were written, and how the process ended.

    ``code`` is None when a signal ended it. ``limit`` is "cpu", "wall" or "". ``flooded`` names the streams that
    reached the limit of output.
    """

    stdout: bytes
    stderr: bytes
    result: bytes
    code: int | None
    signal: int
    cpu_s: float
    wall_s: float
    memory_kb: int
    limit: str
    flooded: tuple[str, ...]


class Server:
    """A warm interpreter in a jail. Use it as a context manager; submissions may come from several threads."""

    def __init__(self, level: Level, forking: bool = True, grouping: bool = True) -> None:
        """Start level 0; raise ``Broken`` when this machine does not offer ``level``.

        ``forking``: Node.js may be forked for each case where that can be had, which may build a library first.
        ``grouping``: control groups are used where they can be had.
        """
        if level is Level.NONE or not kernel.known():
            raise Broken("this machine offers no sandbox that is known here")
        self.level = level
        self._turn = threading.Lock()
        self.groups: Groups | None = groups.found() if grouping else None
        self._left: list[Leaf] = []
        self._end, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._end.settimeout(_START_S)
        node = shutil.which("node") or ""
        self.node = os.path.realpath(node) if node else ""
        self.forking = built() if self.node and forking else ""
        self._process = _started(inside)
        inside.close()
        try:
            self._agree()
        except BaseException:
            self.close()
            raise

    def submission(self, language: str, name: str, source: bytes) -> "Submission":
        """Open a jail for one submission. ``name`` is what tracebacks call the file."""
        self._sweep()
        leaf, doors = self._leaf(language)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        given = [theirs.detach(), _memory("source", source), *doors]
        try:
            with self._turn:
                wire.send(self._end, {"language": language, "name": name}, given)
        except wire.Gone as gone:
            ours.close()
            if leaf:
                leaf.busy = False
            raise Broken(f"level 0 has ended ({gone})") from gone
        finally:
            for descriptor in given:
                os.close(descriptor)
        pooled = language == "node" and not self.forking
        return Submission(ours, self.alive, leaf, _BESIDE_BYTES[language], pooled)

    def alive(self) -> bool:
        """Say whether level 0 still runs."""
        return self._process.poll() is None

    def close(self) -> None:
        """End level 0 and everything below it."""
        self._end.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        self._process.kill()
        self._process.wait()
        for leaf in self._left:
            leaf.busy = False
        until = time.monotonic() + _REMOVAL_S
        while not self._sweep() and time.monotonic() < until:
            time.sleep(0.005)  # the processes inside are being ended by the kernel

    def _leaf(self, language: str) -> tuple[Leaf | None, list[int]]:
        """Make the group of a submission and open what leads into it."""
        if self.groups is None:
            return None, []
        try:
            leaf = groups.leaf(self.groups, _COMPILING_BYTES + _BESIDE_BYTES[language], _TASKS)
            doors = leaf.doors()
        except OSError as error:
            raise Broken(f"no control group could be made ({error})") from error
        with self._turn:
            self._left.append(leaf)
        return leaf, doors

    def _sweep(self) -> bool:
        """Remove the groups of submissions that have ended; say whether none is left."""
        with self._turn:
            self._left = [leaf for leaf in self._left if leaf.busy or not leaf.removed()]
            return not self._left

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _agree(self) -> None:
        """Send the settings, write the map of users when asked, wait until level 0 is ready."""
        libraries = _libraries(self.node) if self.node else ()
        folder = os.path.dirname(os.__file__)
        sources = [
            folder,
            *root.SHARED,
            *([self.node, *libraries] if self.node else []),
            *([self.forking] if self.forking else []),
        ]
        where = ":".join(sorted({os.path.dirname(library) for library in libraries}))
        order = {"level": self.level.value, "sources": sources, "node": self.node, "libraries": where}
        order["forking"] = self.forking
        try:
            wire.send(self._end, order)
            while not (answer := wire.receive(self._end)[0]).get("ready"):
                if "failed" in answer:
                    raise Broken(answer["failed"])
                _map(self._process.pid, *answer["map"])
                wire.send(self._end, {"mapped": True})
        except (wire.Gone, OSError) as error:
            raise Broken(f"level 0 did not start ({error})") from error
        self._end.settimeout(None)


class Submission:
    """One submission in its jail. ``compile_error`` is "" when it compiled. Cases run one after another."""

    def __init__(
        self,
        end: socket.socket,
        alive: Callable[[], bool],
        leaf: Leaf | None = None,
        beside: int = 0,
        pooled: bool = False,
    ) -> None:
        """Wait until the source is compiled; raise ``Broken`` when that is not the source's fault."""
        self._end, self._leaf, self._beside = end, leaf, beside
        self._pooled, self._coming = pooled, list[int]()
        self.compile_error = ""
        end.settimeout(_COMPILE_S)
        try:
            answer, _ = wire.receive(end)
        except wire.Late as late:
            self.close()
            raise Broken("the jail gave no answer in time") from late
        except wire.Gone as gone:
            if not alive():
                self.close()
                raise Broken("level 0 has ended") from gone
            answer = {"compile_error": "the compiler took too much time or memory, or crashed, on this file"}
        if "trouble" in answer:
            self.close()
            raise Broken(answer["trouble"])
        self.compile_error = answer.get("compile_error", "")

    def run(self, order: Order) -> Ran:
        """Run one case; raise ``Broken`` when the jail is gone."""
        first = not self._coming
        files = self._coming or _files()
        _fill(files[0], order.stdin)
        _fill(files[3], order.call)
        message = {name: getattr(order, name) for name in ("function", "cpu_s", "wall_s", "memory_mb", "output_kb")}
        # In a pool the process of the next case is there already, with the files that it will use.
        self._coming = _files() if self._pooled else []
        given = [*(files if first else ()), *self._coming]
        try:
            if self._leaf:
                most = (order.memory_mb << 20) + _STREAMS * (order.output_kb << 10) + self._beside
                self._leaf.bound(most)
            self._end.settimeout(order.wall_s + _SPARE_S)
            wire.send(self._end, message | {"ahead": self._pooled}, given)
            told, _ = wire.receive(self._end)
            if trouble := told.pop("trouble"):
                raise Broken(f"the jail could not be closed around a case ({trouble})")
            if self._leaf and not self._pooled:  # the next case's process would count too
                told["memory_kb"] = max(told["memory_kb"], self._leaf.peak_kb())
            return _read(told, files, order.output_kb << 10)
        except (wire.Gone, OSError) as gone:
            raise Broken(f"the jail of this submission has ended ({gone})") from gone
        finally:
            for file in files:
                os.close(file)

    def close(self) -> None:
        """End the jail with everything in it."""
        self._end.close()
        for file in self._coming:
            os.close(file)
        self._coming = []
        if self._leaf:
            self._leaf.busy = False

    def __enter__(self) -> "Submission":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _started(inside: socket.socket) -> subprocess.Popen[bytes]:
    """Start level 0 with nothing of our environment and no descriptor but its socket."""
    about = {"PATH": "/", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/tmp"}  # noqa: S108
    about |= {"PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8:strict", "MALLOC_ARENA_MAX": "1"}
    python = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
    words = [python, "-s", "-S", "-B", "-P", "-X", "utf8", "-c", _BEGIN.format(_SRC, inside.fileno())]
    loud = None if os.environ.get("GREENROOM_DEBUG") else subprocess.DEVNULL
    return subprocess.Popen(
        words, env=about, pass_fds=(inside.fileno(),), cwd="/", stdin=subprocess.DEVNULL, stdout=loud, stderr=loud
    )


def _map(pid: int, inside: int, user: int, group: int) -> None:
    """Say which user and group outside the only user and group inside is."""
    if os.geteuid() != 0:
        Path(f"/proc/{pid}/setgroups").write_text("deny")
    Path(f"/proc/{pid}/uid_map").write_text(f"{inside} {user} 1")
    Path(f"/proc/{pid}/gid_map").write_text(f"{inside} {group} 1")


def _memory(name: str, data: bytes | None = None) -> int:
    """Make a file in memory; with ``data`` it is sealed, so that nobody can change it."""
    file = os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    if data is not None:
        _fill(file, data)
    return file


def _files() -> list[int]:
    """Make the files of one case."""
    return [_memory(name) for name in ("in", "out", "err", "call", "result")]


def _fill(file: int, data: bytes) -> None:
    """Write ``data`` and seal the file. Its place for reading, which others share, stays at the beginning."""
    at = 0
    while at < len(data):
        at += os.pwrite(file, data[at : at + (1 << 20)], at)
    fcntl.fcntl(file, fcntl.F_ADD_SEALS, _SEALS)


def _read(told: dict[str, Any], files: list[int], most: int) -> Ran:
    names = {"stdout": files[1], "stderr": files[2], "result": files[4]}
    flooded = tuple(name for name, file in names.items() if os.fstat(file).st_size > most)
    content: dict[str, Any] = {name: os.pread(file, most, 0) for name, file in names.items()}
    return Ran(**content, flooded=flooded, **told)


def _libraries(program: str) -> tuple[str, ...]:
    """Return the libraries that the loader would load for ``program``, which does not run."""
    about = {"LD_TRACE_LOADED_OBJECTS": "1", "PATH": "/"}
    listed = subprocess.run([program], env=about, capture_output=True, text=True, timeout=10, check=False).stdout
    words = [word for line in listed.splitlines() for word in line.split() if word.startswith("/")]
    return tuple(sorted(set(words)))
