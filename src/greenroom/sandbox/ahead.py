"""A Node.js started before its case is there, where none can be forked: locked in, waiting, nothing read yet."""

import os
import select
import signal
from collections.abc import Sequence
from typing import Any

from greenroom.sandbox import kernel, level2
from greenroom.sandbox.jail import Jail

_SAME = ("function", "memory_mb", "output_kb", "cpu_s")  # what a process is started with and cannot be told later


class Ahead:
    """One process for one case, never for a second. ``pid`` is its number, ``heard`` tells what failed on its way."""

    def __init__(self, jail: Jail, case: dict[str, Any], streams: Sequence[int], rules: bytes, name: str) -> None:
        """Start it on ``streams`` (the case's five and the source) for a case like ``case``."""
        self._like = {word: case[word] for word in _SAME}
        self.heard, trouble = os.pipe()
        self._call, self._go = os.pipe()
        self.pid = kernel.clone(0)
        if self.pid == 0:
            level2.main(jail, case, [*streams, self._call], rules, None, name, trouble)
        os.close(trouble)

    def go(self, case: dict[str, Any]) -> bool:
        """Let it read its call, when it was started for a case like this one; otherwise end it and say False."""
        if all(case[word] == value for word, value in self._like.items()):
            os.write(self._go, b"1")
            os.close(self._go)
            return True
        os.close(self._go)
        os.close(self._call)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.heard)
        return False

    def began(self) -> bool:
        """Tell whether it read its call: one that died while it waited has not. To be asked once, when it has ended."""
        left = select.poll()
        left.register(self._call, select.POLLIN)
        unread = any(event & select.POLLIN for _, event in left.poll(0))
        os.close(self._call)
        return not unread
