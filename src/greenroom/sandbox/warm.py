"""A warm Node.js in a submission's jail, forked for each case through ``forking.c``. It never runs the submission."""

import json
import os
import resource
import signal
import socket
from typing import Any, NoReturn

from greenroom.sandbox import driver, kernel, level2, steps, wire
from greenroom.sandbox.jail import Jail

_END = 6  # its descriptor of the socket to level 1; 0 to 5 are kept for the streams of cases
_SYS_ADMIN = 21
_START_S = 20.0


class Warm:
    """One warm process for cases with the same limit of memory; raises ``OSError`` when it does not start."""

    def __init__(self, jail: Jail, memory_mb: int, rules: bytes) -> None:
        """Start it and wait until it can be forked."""
        self._jail, self._rules, self.memory_mb = jail, rules, memory_mb
        self._end, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._end.settimeout(_START_S)
        self._pid = kernel.clone(0)
        if self._pid == 0:
            _become(jail, memory_mb, inside)
        inside.close()
        try:
            wire.receive(self._end)
        except wire.Gone as gone:
            self.close()
            raise OSError("no warm Node.js") from gone

    def fork(self, case: dict[str, Any], streams: list[int], name: str) -> tuple[int, str]:
        """Start a case; return the number of its process and what failed on the way, "" when nothing did."""
        program = steps.locking(self._jail, level2.limits(self._jail, case, node=True), self._rules)
        text = json.dumps({"name": name, "function": case["function"]}).encode()
        socket.send_fds(self._end, [program.packed(text)], streams[:6])
        self._end.settimeout(_START_S)
        trouble = ""
        while True:
            told, _ = wire.receive(self._end)
            trouble = told.get("trouble", trouble)
            if "pid" in told:
                return told["pid"], trouble

    def watched(self) -> None:
        """Say that the case's process is watched; its number is not given to another before."""
        wire.send(self._end, {"watched": True})

    def ended(self) -> dict[str, Any]:
        """Return how the process of the case ended: ``status``, ``cpu_s``, ``memory_kb``, perhaps ``trouble``."""
        trouble = ""
        while True:
            told, _ = wire.receive(self._end)
            trouble = told.get("trouble", trouble)
            if "status" in told:
                return told | {"trouble": trouble}

    def close(self) -> None:
        """End it."""
        self._end.close()
        os.waitpid(self._pid, 0)


def _become(jail: Jail, memory_mb: int, inside: socket.socket) -> NoReturn:
    try:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        null = os.open("/dev/null", os.O_RDWR)
        high = [os.dup2(fd, 100 + place) for place, fd in enumerate([null] * _END + [inside.fileno()])]
        for place, fd in enumerate(high):
            os.dup2(fd, place)
        kernel.close_from(_END + 1)
        stack = resource.getrlimit(resource.RLIMIT_STACK)[1]
        resource.setrlimit(resource.RLIMIT_STACK, (level2.NODE_STACK, stack))
        if jail.full:
            kernel.keep_capability(_SYS_ADMIN)  # a case needs it for a file system of its own, and gives it up
        words = [jail.node, f"--max-old-space-size={memory_mb}", *level2.NODE_FLAGS, "--single-threaded"]
        words += ["-e", driver.TEXT, "--", "--warm", jail.forking]
        about = level2.node_environment(jail) | {"LD_PRELOAD": jail.forking}
        os.execve(jail.node, words, about)  # noqa: S606 - the very point: no shell
    except BaseException:
        os._exit(1)
