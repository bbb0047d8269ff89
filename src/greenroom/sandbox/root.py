"""The root folder of the jail: nothing but what the interpreters need, read-only, over the real one."""

import os
from collections.abc import Iterable

from . import kernel
from .jail import DEVICES, TMP

_PLACES = ("/mnt", "/media", "/srv", "/opt", "/tmp")  # noqa: S108 - where the new root is put together
SHARED = ("/usr/share/zoneinfo",)


def mapped_files() -> set[str]:
    """Return the files that are mapped into this process: the interpreter with every library it has loaded."""
    with open("/proc/self/maps") as lines:
        last = (line.split(maxsplit=5)[5:] for line in lines)
        return {name[0].strip() for name in last if name and name[0].startswith("/")} - {"/dev/zero"}


def build(sources: Iterable[str]) -> None:
    """Make a root of ``sources`` (files and folders, at the paths that they have now) and move into it.

    Needs the right to mount in a mount namespace of its own. Raises ``OSError`` where the kernel refuses.
    """
    os.umask(0o022)  # the folders made here are walked by another user than made them, whatever the judge's own umask
    kernel.mount("none", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)
    wanted = _outermost(path for path in sources if os.path.exists(path))
    base = next(place for place in _PLACES if os.path.isdir(place) and not any(_in(path, place) for path in wanted))
    kernel.mount("none", base, "tmpfs", kernel.MS_NOSUID, "size=1m,nr_inodes=4096,mode=755")
    for path in wanted:
        _bind(path, base + path, kernel.ATTR_RDONLY | kernel.ATTR_NOSUID | kernel.ATTR_NODEV)
    for path in DEVICES:
        _bind(path, base + path, kernel.ATTR_RDONLY | kernel.ATTR_NOSUID | kernel.ATTR_NOEXEC)
    os.makedirs(base + TMP, exist_ok=True)
    kernel.pivot_root(base)
    kernel.mount_attributes("/", kernel.ATTR_RDONLY)


def _bind(source: str, target: str, attributes: int) -> None:
    if os.path.isdir(source):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o444))
    kernel.mount(os.path.realpath(source), target, flags=kernel.MS_BIND | kernel.MS_REC)
    kernel.mount_attributes(target, attributes)


def _outermost(paths: Iterable[str]) -> list[str]:
    """Leave out what lies inside another of ``paths``."""
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not any(_in(path, folder) for folder in kept):
            kept.append(path)
    return kept


def _in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
