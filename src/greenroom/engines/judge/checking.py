"""Ask the author's own checker. It runs after the candidate's process has ended, in a jail that knows nothing of it."""

import json
from contextlib import ExitStack
from types import TracebackType
from typing import Any

from greenroom.core.case import Limits
from greenroom.sandbox import Server, Submission

from .content_fault import ContentFault
from .running import called
from .values import NotAValue, parsed

_LIMITS = Limits(cpu_s=10, wall_s=60, memory_mb=512, output_kb=64)


class Checking:
    """The checkers that one submission needs, each in a jail that is opened at its first use. A context manager."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._open = ExitStack()
        self._jails: dict[str, Submission] = {}

    def __call__(self, source: str, args: list[Any], expected: Any, actual: Any) -> bool | str:
        """Return what ``check(args, expected, actual)`` says: whether it is right, or in words what is wrong.

        Raises ``ContentFault`` when the checker fails or says anything else, and ``Broken``.
        """
        call = json.dumps([args, expected, actual]).encode()
        ran = self._jail(source).run(called("check", call, _LIMITS))
        try:
            said = parsed(ran.result)["value"]
        except (NotAValue, KeyError, TypeError):
            last = ran.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"limit of {ran.limit}"]
            raise ContentFault(f"its checker failed ({last[0][:200]})") from None
        if not isinstance(said, bool | str):
            raise ContentFault(f"its checker said {json.dumps(said)[:100]}, which is neither true nor false nor a text")
        return said

    def _jail(self, source: str) -> Submission:
        if source not in self._jails:
            if not source:
                raise ContentFault("the file of its checker was not read")
            jail = self._open.enter_context(self._server.submission("python", "check.py", source.encode()))
            if jail.compile_error:
                raise ContentFault(f"its checker does not compile ({jail.compile_error})")
            self._jails[source] = jail
        return self._jails[source]

    def __enter__(self) -> "Checking":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()
