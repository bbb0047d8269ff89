"""A laptop's port: the serving process owns one worker in a child process.

Two pipes join them. Ids go down as wake-ups, and nothing is lost with one, as the worker looks into the rows by itself;
"rang ID" comes up whenever something new is known. The worker ends when its input ends, so that however the serving
process goes, by Ctrl-C or by ``kill -9``, no worker is left behind.
"""

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from threading import Event, Lock, Thread

GRACE = 3.0  # seconds that a worker is given to end
SHORT = 2.0  # a worker that lived no longer than this is started again more slowly each time
SLOWEST = 30.0


class Laptop:
    """Starts the worker at the first need, keeps one alive, and ends it."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str], ring: Callable[[int], None]) -> None:
        """``command`` starts a worker; ``ring`` is called, from a thread, with each id that was rung."""
        self._command, self._environ, self._rung = list(command), dict(environ), ring
        self._worker: subprocess.Popen[str] | None = None
        self._turn, self._over = Lock(), Event()
        self._tender: Thread | None = None

    def start(self) -> None:
        """Let there be a worker; the second call changes nothing."""
        with self._turn:
            if self._tender is None and not self._over.is_set():
                self._tender = Thread(target=self._tend, name="worker's keeper", daemon=True)
                self._tender.start()

    def hand_over(self, id: int) -> None:
        """Wake the worker."""
        self.start()
        worker = self._worker
        if worker is not None and worker.stdin is not None:
            with suppress(OSError, ValueError):  # it has just ended: the next one looks into the rows
                worker.stdin.write(f"{id}\n")
                worker.stdin.flush()

    def cancel(self, id: int) -> None:
        """The row says so already; the worker sees it at the next result."""

    def ring(self, id: int) -> None:
        """What this process itself has found is told by its own bell."""

    def close(self) -> None:
        """End the worker, and wait for it a moment."""
        self._over.set()
        worker = self._worker
        if worker is None:
            return
        with suppress(OSError, ValueError):
            if worker.stdin is not None:
                worker.stdin.close()
        try:
            worker.wait(GRACE)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()

    def pid(self) -> int | None:
        """Return the process of the worker that lives now."""
        worker = self._worker
        return worker.pid if worker is not None and worker.poll() is None else None

    def _tend(self) -> None:
        pause = 0.0
        while not self._over.wait(pause):
            began = time.monotonic()
            self._one_life()
            lived = time.monotonic() - began
            pause = min(max(1.0, pause * 2), SLOWEST) if lived < SHORT else 0.0

    def _one_life(self) -> None:
        """Start a worker and listen until it ends."""
        self._worker = worker = subprocess.Popen(
            self._command,
            env=self._environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C is for the serving process, which then ends the worker in order
        )
        if self._over.is_set():
            self.close()
        with worker:
            for line in worker.stdout or ():
                said, _, id = line.strip().partition(" ")
                if said == "rang" and id.isdigit():
                    self._rung(int(id))
