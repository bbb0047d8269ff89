"""Control groups (cgroups): a bound around everything that a submission uses, over the limits of each process.

Version 1 and 2 are taken where this process may write to its own group; nothing is asked for and nothing is set up
elsewhere. One leaf is made for each submission. What a killed judge left behind is removed at the next start.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

_WANTED = ("memory", "pids")
_MARK = "greenroom-"
_JUDGE = "greenroom_judge"  # where the processes of a delegated group of version 2 wait, as leaves bear no brothers
_NUMBERS = count()


@dataclass(frozen=True, slots=True)
class Groups:
    """Where leaves are made: the folder of each controller. In version 2 it is one and the same folder."""

    version: int
    folders: dict[str, Path]

    def said(self) -> str:
        """Return which controllers are used, for people."""
        return f"control groups (version {self.version}: {', '.join(self.folders)})"


@dataclass(slots=True)
class Leaf:
    """The group of one submission. Every write to it is of this process; what runs inside cannot see it.

    ``busy``: somebody is inside or on the way, so that it is not to be removed yet.
    """

    groups: Groups
    name: str
    busy: bool = True
    _limit: int = 0
    _before: int = 0

    def doors(self) -> list[int]:
        """Open what a process writes "0" to, to come in; the caller closes the descriptors."""
        return [os.open(folder / "cgroup.procs", os.O_WRONLY | os.O_CLOEXEC) for folder in self._folders()]

    def bound(self, memory: int) -> None:
        """Let all that is inside have ``memory`` bytes together, and begin to watch the peak anew."""
        if "memory" not in self.groups.folders:
            return
        folder = self.groups.folders["memory"] / self.name
        if memory != self._limit:
            _write(folder / ("memory.max" if self.groups.version == 2 else "memory.limit_in_bytes"), memory)
            self._limit = memory
        if self.groups.version == 1:
            _write(folder / "memory.max_usage_in_bytes", 0)
            self._before = _number(folder / "memory.usage_in_bytes")

    def peak_kb(self) -> int:
        """Return by how many kilobytes memory rose since ``bound``, files in memory included; 0 where nobody tells.

        Version 2 tells a peak that cannot be begun anew on most kernels, so it is not read.
        """
        if self.groups.version == 2 or "memory" not in self.groups.folders:
            return 0
        peak = _number(self.groups.folders["memory"] / self.name / "memory.max_usage_in_bytes")
        return max(0, peak - self._before) >> 10

    def removed(self) -> bool:
        """Remove it; False while something in it has not ended yet."""
        left = [folder for folder in self._folders() if not _gone(folder)]
        return not left

    def _folders(self) -> list[Path]:
        return list(dict.fromkeys(folder / self.name for folder in self.groups.folders.values()))


def found(proc: Path = Path("/proc/self")) -> Groups | None:
    """Return the groups that this process may use, after sweeping what the dead left there; None for none."""
    try:
        own, mounts = dict(_own(proc)), list(_mounts(proc))
    except (OSError, ValueError):
        return None
    groups = _first(own, mounts) or _second(own, mounts)
    if groups is not None:
        sweep(groups)
    return groups


def leaf(groups: Groups, memory: int, tasks: int) -> Leaf:
    """Make a leaf for ``memory`` bytes and ``tasks`` processes and threads. Raises ``OSError``."""
    made = Leaf(groups, f"{_MARK}{os.getpid()}-{_born(os.getpid())}-{next(_NUMBERS)}")
    for folder in made._folders():
        folder.mkdir()
    if "pids" in groups.folders:
        _write(groups.folders["pids"] / made.name / "pids.max", tasks)
    if "memory" in groups.folders:
        file = "memory.swap.max" if groups.version == 2 else "memory.swappiness"
        with suppress(OSError):  # a machine without swap
            _write(groups.folders["memory"] / made.name / file, 0)
    made.bound(memory)
    return made


def sweep(groups: Groups) -> None:
    """Remove the leaves whose judge is dead."""
    for folder in dict.fromkeys(groups.folders.values()):
        for left in folder.glob(f"{_MARK}*-*-*"):
            _, pid, born, _ = left.name.split("-", 3)
            if not (pid.isdigit() and _born(int(pid)) == born):
                _gone(left)


def _first(own: dict[str, str], mounts: list[tuple[str, str, Path, set[str]]]) -> Groups | None:
    folders = {}
    for name in _WANTED:
        for kind, top, place, options in mounts:
            if kind == "cgroup" and name in options and (folder := _within(own.get(name), top, place)):
                folders[name] = folder
    return Groups(1, folders) if folders else None


def _second(own: dict[str, str], mounts: list[tuple[str, str, Path, set[str]]]) -> Groups | None:
    for kind, top, place, _ in mounts:
        folder = _within(own.get(""), top, place) if kind == "cgroup2" else None
        if folder is None:
            continue
        base = folder.parent if folder.name == _JUDGE else folder
        with suppress(OSError):
            if _divided(base) or _divide(base):
                return Groups(2, dict.fromkeys(_WANTED, base))
    return None


def _divided(base: Path) -> bool:
    return set(_WANTED) <= set((base / "cgroup.subtree_control").read_text().split())


def _divide(base: Path) -> bool:
    """Hand the controllers down in a group that was delegated to us, with every process of it in a leaf of its own.

    Only where systemd says so (``Delegate=yes`` sets the attribute): another group's processes are not ours to move.
    """
    if os.getxattr(base, "user.delegate") != b"1" or not set(_WANTED) <= _controllers(base):
        return False
    (base / _JUDGE).mkdir(exist_ok=True)
    for pid in (base / "cgroup.procs").read_text().split():
        _write(base / _JUDGE / "cgroup.procs", int(pid))
    (base / "cgroup.subtree_control").write_text(" ".join(f"+{name}" for name in _WANTED))
    return True


def _controllers(base: Path) -> set[str]:
    return set((base / "cgroup.controllers").read_text().split())


def _own(proc: Path) -> Iterator[tuple[str, str]]:
    """Yield each controller with this process's group; "" stands for version 2. See cgroups(7)."""
    for line in (proc / "cgroup").read_text().splitlines():
        _, names, group = line.split(":", 2)
        yield from ((name, group) for name in names.split(","))


def _mounts(proc: Path) -> Iterator[tuple[str, str, Path, set[str]]]:
    """Yield the kind, the group at the top, the place and the options of each mounted hierarchy. See proc(5)."""
    for line in (proc / "mountinfo").read_text().splitlines():
        about, _, more = line.partition(" - ")
        kind, _, options = more.split(" ", 2)
        if kind in ("cgroup", "cgroup2"):
            words = about.split()
            yield kind, words[3], Path(words[4]), set(options.split(","))


def _within(group: str | None, top: str, place: Path) -> Path | None:
    """Return the folder of ``group`` below ``place``, where ``top`` is mounted, when this process may write there."""
    if group is None or not f"{group}/".startswith(f"{top.rstrip('/')}/"):
        return None
    folder = place / group.removeprefix(top.rstrip("/")).lstrip("/")
    return folder if os.access(folder, os.W_OK | os.X_OK) else None


def _gone(folder: Path) -> bool:
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _born(pid: int) -> str:
    """Return when a process began, in ticks since the machine did, or "": its number alone may be another's soon."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        return ""


def _write(file: Path, value: int) -> None:
    file.write_text(str(value))


def _number(file: Path) -> int:
    return int(file.read_text())
