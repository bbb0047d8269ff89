"""The worker's side of a laptop's port: do what waits, sleep until woken, and end when the input ends."""

import os
import sys
from collections.abc import Callable, Iterable
from threading import Event, Thread
from typing import TextIO

LOOK = 5.0  # seconds after which the rows are looked at unasked: for a claimer that went silent


class Child:
    """The port of the worker process: what rings here is told to the serving process."""

    def __init__(self) -> None:
        """Take the two pipes away from standard input and output, so that nothing else reads or writes them."""
        self.given = os.fdopen(os.dup(0), "r")
        self._told: TextIO = os.fdopen(os.dup(1), "w")
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.dup2(2, 1)
        os.close(nothing)

    def hand_over(self, id: int) -> None:
        """Nothing is handed over from here."""

    def cancel(self, id: int) -> None:
        """Nothing is cancelled from here."""

    def ring(self, id: int) -> None:
        """Tell the serving process. When it is gone, this process is about to end."""
        try:
            self._told.write(f"rang {id}\n")
            self._told.flush()
        except (OSError, ValueError):
            pass

    def run(
        self, unfinished: Callable[[], Iterable[int]], do: Callable[[int], object], leave: Callable[[], None]
    ) -> None:
        """Do everything ``unfinished``, again and again. ``leave`` is called, from a thread, when the end has come."""
        woken = Event()
        Thread(target=self._listen, args=(woken, leave), daemon=True).start()
        while True:
            woken.clear()
            for id in unfinished():
                do(id)
            woken.wait(LOOK)

    def _listen(self, woken: Event, leave: Callable[[], None]) -> None:
        for _ in self.given:
            woken.set()
        try:
            leave()
        finally:
            sys.stderr.flush()
            os._exit(0)
