"""One amount among n people, with about half a unit each left over."""

import random


def make(n):
    """Return the arguments for one split with n weights."""
    dice = random.Random(n)
    return [[["split", 1_000_000_007, [dice.randrange(1, 10_000) for _ in range(n)]]]]
