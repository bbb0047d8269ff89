"""The system calls that Python does not offer, by ctypes. Linux on x86_64 and aarch64; no compiler is needed.

``PyDLL`` keeps the interpreter's lock during a call, which a raw clone needs: the child must wake up holding it.
"""

import ctypes
import os
import platform
import signal

MACHINE = platform.machine()
_LIBC = ctypes.PyDLL(None, use_errno=True)
_LIBC.syscall.restype = ctypes.c_long

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x20000, 0x4000000, 0x8000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 4, 8, 4096, 16384, 1 << 18
ATTR_RDONLY, ATTR_NOSUID, ATTR_NODEV, ATTR_NOEXEC = 1, 2, 4, 8
MNT_DETACH = 2
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_KEEPCAPS, PR_SET_SECCOMP = 1, 4, 8, 22
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT = 24, 38, 47
_NUMBERS = {  # clone, pivot_root, capset
    "x86_64": (56, 155, 126),
    "aarch64": (220, 41, 91),
}
_MOUNT_SETATTR, _CLOSE_RANGE = 442, 436
_AT_RECURSIVE, _AT_FDCWD = 0x8000, -100


def known() -> bool:
    """Say whether the numbers of this machine's system calls are known here."""
    return MACHINE in _NUMBERS and os.name == "posix" and platform.system() == "Linux"


def call(number: int, *words: object) -> int:
    """Make the system call ``number``; raise ``OSError`` when the kernel refuses. Numbers are passed as 64 bits."""
    given = [ctypes.c_long(word) if isinstance(word, int) else word for word in words]
    given += [ctypes.c_long(0)] * (6 - len(given))
    return _checked(_LIBC.syscall(ctypes.c_long(number), *given))


def clone(flags: int) -> int:
    """Fork this process with new namespaces; return 0 in the child. Python's at-fork callbacks do not run."""
    return call(_NUMBERS[MACHINE][0], flags | signal.SIGCHLD)


def unshare(flags: int) -> None:
    """Leave the namespaces named by ``flags`` for new ones."""
    _checked(_LIBC.unshare(ctypes.c_int(flags)))


def mount(source: str, target: str, kind: str = "", flags: int = 0, data: str = "") -> None:
    """Mount as mount(2) does."""
    texts = [os.fsencode(text) for text in (source, target, kind)]
    _checked(_LIBC.mount(*texts, ctypes.c_ulong(flags), os.fsencode(data)))


def mount_attributes(target: str, attributes: int) -> None:
    """Set read-only, nosuid, nodev or noexec on the mount at ``target`` and on all below it (Linux 5.12)."""
    words = (ctypes.c_uint64 * 4)(attributes, 0, 0, 0)
    call(_MOUNT_SETATTR, _AT_FDCWD, os.fsencode(target), _AT_RECURSIVE, ctypes.byref(words), ctypes.sizeof(words))


def pivot_root(new: str) -> None:
    """Make ``new`` the root of this mount namespace and let go of the old root."""
    os.chdir(new)
    call(_NUMBERS[MACHINE][1], b".", b".")
    _checked(_LIBC.umount2(b".", MNT_DETACH))
    os.chdir("/")


def prctl(option: int, *words: int) -> int:
    """Call prctl(2) with whole numbers."""
    given = [ctypes.c_ulong(word) for word in (*words, 0, 0, 0, 0)[:4]]
    return _checked(_LIBC.prctl(ctypes.c_int(option), *given))


def close_from(lowest: int) -> None:
    """Close every descriptor from ``lowest`` up."""
    call(_CLOSE_RANGE, lowest, 0xFFFFFFFF, 0)


def drop_capabilities() -> None:
    """Give up every capability of this process, for itself and for what it may ever execute."""
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:
            break  # past the last capability that this kernel knows, or without the right to drop any
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    call(_NUMBERS[MACHINE][2], ctypes.byref(header), ctypes.byref((ctypes.c_uint32 * 6)()))


def keep_capability(capability: int) -> None:
    """Let a program that this process becomes keep one capability."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    call(_NUMBERS[MACHINE][2] - 1 if MACHINE == "x86_64" else 90, ctypes.byref(header), ctypes.byref(sets))
    sets[2 + 3 * (capability // 32)] |= 1 << capability % 32
    call(_NUMBERS[MACHINE][2], ctypes.byref(header), ctypes.byref(sets))
    prctl(PR_CAP_AMBIENT, 2, capability)


def raise_capabilities() -> None:
    """Make every permitted capability effective again, after a change of the user's number."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    call(_NUMBERS[MACHINE][2] - 1 if MACHINE == "x86_64" else 90, ctypes.byref(header), ctypes.byref(sets))
    sets[0], sets[3] = sets[1], sets[4]
    call(_NUMBERS[MACHINE][2], ctypes.byref(header), ctypes.byref(sets))


def _checked(answer: int) -> int:
    if answer < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return int(answer)
