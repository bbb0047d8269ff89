"""Landlock: the kernel's own list of the files that a process may open, where the kernel has it (Linux 5.13)."""

import ctypes
import os
from collections.abc import Iterable

from . import kernel

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_EXECUTE, _READ_FILE, _READ_FOLDER = 1, 4, 8
_OF_FILES = 1 | 2 | 4 | 1 << 14 | 1 << 15  # execute, write, read, truncate, device control
_READING = _EXECUTE | _READ_FILE | _READ_FOLDER
_DEVICES = 1 << 6 | 1 << 11


def version() -> int:
    """Return the version of landlock here, 0 for none."""
    try:
        return kernel.call(_CREATE, 0, 0, 1)
    except OSError:
        return 0


def restrict(abi: int, readable: Iterable[str], writable: Iterable[str] = ()) -> None:
    """Let this process open nothing but what lies in these places, and use no TCP port, for ever."""
    every = _every(abi)
    words, size = handled(abi)
    rules = kernel.call(_CREATE, ctypes.byref((ctypes.c_uint64 * 3)(*words)), size, 0)
    for place in readable:
        _allow(rules, place, _READING & every)
    for place in writable:
        _allow(rules, place, every & ~_EXECUTE & ~_DEVICES)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.call(_RESTRICT, rules, 0)
    os.close(rules)


def handled(abi: int) -> tuple[tuple[int, int, int], int]:
    """Return what this version can withhold (files, network, scope), and how many bytes of it the kernel takes."""
    return (_every(abi), 3 if abi >= 4 else 0, 3 if abi >= 6 else 0), 24 if abi >= 6 else 16 if abi >= 4 else 8


def rights(abi: int, readable: Iterable[str], writable: Iterable[str]) -> list[tuple[str, int]]:
    """Return the places that exist here with the rights that ``restrict`` would give for them."""
    found = [(place, _READING & _every(abi)) for place in readable]
    found += [(place, _every(abi) & ~_EXECUTE & ~_DEVICES) for place in writable]
    there = [(place, given) for place, given in found if os.path.exists(place)]
    return [(place, given if os.path.isdir(place) else given & _OF_FILES) for place, given in there]


def _every(abi: int) -> int:
    """Return all the rights over files that this version can withhold."""
    return (1 << 13) - 1 | (abi >= 2) << 13 | (abi >= 3) << 14 | (abi >= 5) << 15


def _allow(rules: int, place: str, rights: int) -> None:
    try:
        opened = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there need not be allowed
    if not os.path.isdir(place):
        rights &= _OF_FILES
    words = ctypes.create_string_buffer(rights.to_bytes(8, "little") + opened.to_bytes(4, "little"), 12)
    kernel.call(_ADD, rules, 1, ctypes.byref(words), 0)
    os.close(opened)
