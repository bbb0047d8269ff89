"""A plan of n shifts for a fifth as many people, and a need that changes with the hours."""

import random


def make(n):
    """Return the arguments of ``run`` for n shifts."""
    chance = random.Random(n)  # noqa: S311 - seeded: the same n, the same input
    shifts = []
    for at in range(n):
        start = chance.randrange(10 * n)
        end = start + chance.randrange(1, 500)
        shifts.append({"id": f"s{at}", "who": f"p{chance.randrange(1 + n // 5)}", "start": start, "end": end})
    need = [[start, start + 60, 20 + chance.randrange(9)] for start in range(0, 10 * n, 60)]
    return [{"ask": "gaps", "shifts": shifts, "need": need}]
