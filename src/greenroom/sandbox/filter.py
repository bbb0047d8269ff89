"""The seccomp filter: data from ``calls`` made into a program for the kernel.

A call on no list is answered "not implemented", so that a C library newer than this file falls back to what it knows.
"""

import ctypes
import struct

from . import calls, kernel

_LOAD, _EQUAL, _ABOVE, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_NUMBER, _ARCH = 0, 4
_ARCHES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32 = 0x40000000
_CLONE_THREAD, _NEW_NAMESPACES = 0x10000, 0x7E020000
_AF_UNIX = 1
_FCNTL = (0, 1, 2, 3, 4, 1030, 1032, 1034)  # duplicate, descriptor and status flags, size of a pipe, seals: read only
_IOCTL = (0x541B, 0x5401, 0x5413, 0x5421, 0x5450, 0x5451)  # bytes waiting, is it a terminal, non-blocking, on exec
_PRCTL = (15, 16, 3, 0x53564D41)  # name, dumpable (read), names of memory areas
_OWN = 0x7FFF5A5A  # stands for the number of the process until it is known
_SLOT = 8

Step = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_char_p)]


def written(node: bool, executes: bool = False) -> bytes:
    """Return the filter's bytes. ``executes``: the process has yet to become another program."""
    column = calls.COLUMNS[kernel.MACHINE]
    steps: list[Step] = [(_LOAD, 0, 0, _ARCH), (_EQUAL, 1, 0, _ARCHES[kernel.MACHINE]), _end(_KILL), (_LOAD, 0, 0, 0)]
    steps += [(_ABOVE, 0, 1, _X32), _end(_KILL)]
    for numbers in calls.ALLOWED.values():
        steps += _whole(numbers[column], _ALLOW)
    for name, numbers in calls.FATAL.items():
        # Node.js tries io_uring when it starts, and goes on without.
        mild = node and name.startswith("io_uring")
        steps += _whole(numbers[column], _ERRNO | _ENOSYS if mild else _KILL)
    for name, numbers in calls.DENIED.items():
        steps += _denied(name, numbers[column], executes)
    steps.append(_end(_ERRNO | _ENOSYS))
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def install(program: bytes, own: int) -> None:
    """Put the filter over this process, whose number is ``own``; there is no way back."""
    steps = program.replace(struct.pack("=I", _OWN), struct.pack("=I", own))
    made = _Program(len(steps) // _SLOT, steps)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.prctl(kernel.PR_SET_SECCOMP, 2, ctypes.addressof(made))


def own_places(program: bytes) -> list[int]:
    """Return where in ``program`` the number of the process is to be written, before it is installed."""
    found = program.find(struct.pack("=I", _OWN))
    places = []
    while found >= 0:
        places.append(found)
        found = program.find(struct.pack("=I", _OWN), found + 1)
    return places


def _denied(name: str, number: int, executes: bool) -> list[Step]:
    """Refuse a call, except with the words that are harmless."""
    match name:
        case "clone":
            only = [(_LOAD, 0, 0, _low(0)), (_ANY_BIT, 0, 2, _CLONE_THREAD), (_ANY_BIT, 1, 0, _NEW_NAMESPACES)]
            return _guarded(number, [*only, _end(_ALLOW)])
        case "kill" | "tgkill":
            return _guarded(number, _one_of(0, (_OWN,)))
        case "prlimit64":
            return _guarded(number, _one_of(0, (0, _OWN)))
        case "socketpair":
            return _guarded(number, _one_of(0, (_AF_UNIX,)))
        case "fcntl":
            return _guarded(number, _one_of(1, _FCNTL))
        case "ioctl":
            return _guarded(number, _one_of(1, _IOCTL))
        case "prctl":
            return _guarded(number, _one_of(0, _PRCTL))
        case "execve" if executes:
            return _whole(number, _ALLOW)
    return _whole(number, _ERRNO | _EPERM)


def _one_of(word: int, values: tuple[int, ...]) -> list[Step]:
    """Allow when the low half of argument ``word`` is one of ``values``."""
    steps: list[Step] = [(_LOAD, 0, 0, _low(word))]
    for value in values:
        steps += [(_EQUAL, 0, 1, value), _end(_ALLOW)]
    return steps


def _guarded(number: int, inside: list[Step]) -> list[Step]:
    body = [*inside, _end(_ERRNO | _EPERM)]
    return [(_EQUAL, 0, len(body), number), *body] if number >= 0 else []


def _whole(number: int, answer: int) -> list[Step]:
    return [(_EQUAL, 0, 1, number), _end(answer)] if number >= 0 else []


def _end(answer: int) -> Step:
    return (_RETURN, 0, 0, answer)


def _low(argument: int) -> int:
    return 16 + 8 * argument
