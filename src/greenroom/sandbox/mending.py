"""What keeps a machine from the full level, as far as the kernel tells, each with the mend."""

import os
import platform
from collections.abc import Iterator
from pathlib import Path

from . import kernel

OLDEST = (5, 12)  # mount_setattr(2)
_USUAL = (
    "Run it on Linux 5.12 or newer as a user who may make user namespaces, in a virtual machine of its own rather than"
    " in a container"
)


def mends(proc: Path = Path("/proc"), release: str = "", root: bool | None = None) -> tuple[str, ...]:
    """Return sentences for whoever sets this machine up; at least one. To be asked where full is not offered.

    ``proc``, ``release`` (as in ``uname -r``) and ``root`` are those of this machine and process when not given.
    """
    ordinary = os.geteuid() != 0 if root is None else not root
    found = (*_of_kernel(release or platform.release()), *_of_settings(proc, ordinary), *_of_filter(proc))
    return found or (_USUAL,)


def _of_kernel(release: str) -> Iterator[str]:
    if not kernel.known():
        yield f"Run it on Linux, x86_64 or aarch64: this is {platform.system()}, {kernel.MACHINE}"
    else:
        numbers = tuple(int(word) if word.isdigit() else 0 for word in release.split("-")[0].split(".")[:2])
        if numbers < OLDEST:
            yield f"Take Linux 5.12 or newer: the kernel here is {release}"


def _of_settings(proc: Path, ordinary: bool) -> Iterator[str]:
    if _read(proc / "sys/user/max_user_namespaces") == "0":
        yield "Let user namespaces be made: `sysctl user.max_user_namespaces=10000`"
    if ordinary and _read(proc / "sys/kernel/unprivileged_userns_clone") == "0":
        yield "Let ordinary users make user namespaces: `sysctl kernel.unprivileged_userns_clone=1`"
    if ordinary and _read(proc / "sys/kernel/apparmor_restrict_unprivileged_userns") == "1":
        yield "Let ordinary users make user namespaces: `sysctl kernel.apparmor_restrict_unprivileged_userns=0`"


def _of_filter(proc: Path) -> Iterator[str]:
    lines = _read(proc / "self/status").splitlines()
    if any(line.split() == ["Seccomp:", "2"] for line in lines):
        yield "Leave the container: a seccomp filter around this process, as containers have it, refuses namespaces"


def _read(file: Path) -> str:
    try:
        return file.read_text().strip()
    except OSError:
        return ""
