"""A configuration of n keys, half of which were renamed in no order."""

import random


def make(n):
    """Return the arguments of ``run`` for n keys."""
    numbers = list(range(n // 2))
    random.Random(n).shuffle(numbers)  # noqa: S311 - seeded: the same n, the same input
    old = {f"a{at}": number for at, number in enumerate(numbers)}
    new = {f"b{number}": number for number in numbers}
    kept = {f"k{at}": at for at in range(n - n // 2)}
    return ["moves", {**old, **kept}, {**new, **kept}]
