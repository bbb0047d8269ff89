"""About n / 2 reservations, half of which are given back in no order and then taken again."""

import random


def make(n):
    """Return the arguments of ``run`` for about 2 n operations."""
    count = n // 2
    keys = list(range(count))
    operations = [["reserve", f"k{key}", 2026, 50 + key % 9] for key in keys]
    random.Random(n).shuffle(keys)  # noqa: S311 - seeded: the same n, the same input
    for key in keys[: count // 2]:
        operations.append(["release", f"k{key}"])
    for key in keys[: count // 2]:
        operations += [["draft", f"d{key}"], ["issue", f"d{key}", 2026]]
    operations.append(["now", 55])
    for key in keys[count // 2 :]:
        operations += [["reserve", f"r{key}", 2026, 9], ["now", 55]]
    return [operations]
