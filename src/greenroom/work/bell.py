"""A bell for each piece of work: rung when something new is known, so that nobody has to ask again and again."""

import asyncio
from threading import Condition

KEPT = 4096  # numbers of rings that are remembered; forgetting one costs a look, never a result


class Bell:
    """Counts rings by id. Safe from every thread."""

    def __init__(self) -> None:
        self._rung: dict[int, int] = {}
        self._changed = Condition()
        self._total = 0

    def ring(self, id: int) -> None:
        """Something new is known of ``id``."""
        with self._changed:
            self._total += 1
            self._rung.pop(id, None)
            self._rung[id] = self._total
            if len(self._rung) > KEPT:
                del self._rung[next(iter(self._rung))]
            self._changed.notify_all()

    def count(self, id: int) -> int:
        """Return a number that changes with each ring of ``id``; take it before looking, and wait with it after."""
        with self._changed:
            return self._rung.get(id, 0)

    def wait(self, id: int, seen: int, seconds: float) -> bool:
        """Wait until ``id`` was rung since ``seen`` was taken; False when ``seconds`` went by."""
        with self._changed:
            return self._changed.wait_for(lambda: self._rung.get(id, 0) != seen, seconds)

    async def heard(self, id: int, seen: int, seconds: float) -> bool:
        """As ``wait``, for code on an event loop, which it does not hold up."""
        return await asyncio.to_thread(self.wait, id, seen, seconds)
