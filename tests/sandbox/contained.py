"""A machine of the reduced level, made for real: a process whose namespaces are refused by a seccomp filter.

Container engines set such a filter around everything that they run.
"""

import ctypes
import os
import struct
import sys

from greenroom.sandbox import kernel

_UNSHARE = {"x86_64": 272, "aarch64": 97}
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _EPERM = 0x7FFF0000, 0x00050001


def contained(*command: str) -> list[str]:
    """Return the command that runs ``command`` where no namespace can be left."""
    return [sys.executable, "-P", "-m", "tests.sandbox.contained", *command]


def _refuse_namespaces() -> None:
    number = _UNSHARE[kernel.MACHINE]
    steps = [(_LOAD, 0, 0, 0), (_EQUAL, 0, 1, number), (_RETURN, 0, 0, _EPERM), (_RETURN, 0, 0, _ALLOW)]
    program = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    header = ctypes.create_string_buffer(struct.pack("=HxxxxxxQ", len(steps), ctypes.addressof(program)))
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.prctl(kernel.PR_SET_SECCOMP, 2, ctypes.addressof(header))


if __name__ == "__main__":
    _refuse_namespaces()
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - no shell is wanted here
