"""Schedules: the orders in which the steps of sessions may come, all of them or evenly chosen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import factorial, prod

MOST = 100  # schedules that one submission is run on
_TURN = re.compile(r"([a-z])(\d+|:commit)?")


@dataclass(frozen=True)
class Schedules:
    """``chosen`` orders of sessions, a letter for each turn, out of ``of`` that there are."""

    chosen: tuple[str, ...]
    of: int

    @property
    def told(self) -> str:
        """How many are run, in words."""
        count = len(self.chosen)
        if self.of == count:
            return f"{count} schedules" if count > 1 else "1 schedule"
        return f"{count} schedules, chosen evenly of {self.of:,}"


class Paths:
    """Which turns were really taken so far, and who was free to take the next: a turn of one that waits is passed over.

    What a schedule comes to depends on the turns that are taken and on nothing else, so two orders that come to the
    same turns are one run.
    """

    def __init__(self) -> None:
        self._free: dict[str, str] = {}

    def note(self, taken: str, free: str) -> None:
        """Remember that after the turns ``taken`` the sessions ``free`` could go on; "" when all had ended."""
        self._free[taken] = free

    def of(self, order: str) -> str | None:
        """Return the turns that ``order`` comes to, or None when they were never met."""
        taken = ""
        for letter in order:
            if letter in self._free.get(taken, ""):
                taken += letter
            elif taken not in self._free:
                return None
        while free := self._free.get(taken):
            taken += free[0]
        return taken if taken in self._free else None


def every(turns: Mapping[str, int], most: int = MOST) -> Schedules:
    """Return every order in which sessions can take their ``turns``, or ``most`` of them at equal distances."""
    total = _orders(turns)
    count = min(total, most)
    return Schedules(tuple(_at(dict(turns), at * total // count) for at in range(count)), total)


def fixed(names: tuple[str, ...]) -> Schedules:
    """Return the orders that an author wrote down, such as ``a1 b1 a2 b2``."""
    return Schedules(tuple(order_of(name) for name in names), len(names))


def order_of(name: str) -> str:
    """Return the letters of a schedule's name. Raises ``ValueError`` for what is none."""
    turns = [_TURN.fullmatch(word) for word in name.split()]
    if not turns or None in turns:
        raise ValueError(f"{name!r} is no schedule; write turns such as a1 b1 a2 b2")
    return "".join(turn[1] for turn in turns if turn)


def name_of(order: str, turns: Mapping[str, int]) -> str:
    """Return the name of an order: ``a1 b1 a:commit``; the last of a session's ``turns`` is its commit."""
    met = dict.fromkeys(turns, 0)
    words = []
    for letter in order:
        met[letter] += 1
        words.append(f"{letter}:commit" if met[letter] == turns[letter] else f"{letter}{met[letter]}")
    return " ".join(words)


def changes(order: str) -> int:
    """Return how often an order goes from one session to another: the fewer, the easier to read."""
    return sum(one != other for one, other in pairwise(order))


def _orders(turns: Mapping[str, int]) -> int:
    return factorial(sum(turns.values())) // prod(factorial(count) for count in turns.values())


def _at(turns: dict[str, int], place: int) -> str:
    """Return the order at ``place`` among all, as a dictionary would sort them."""
    letters = []
    while any(turns.values()):
        for letter in sorted(turns):
            if turns[letter]:
                turns[letter] -= 1
                below = _orders(turns)
                if place < below:
                    letters.append(letter)
                    break
                place -= below
                turns[letter] += 1
    return "".join(letters)
