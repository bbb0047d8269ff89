"""n transfers that are all under way at the same time, with a tick behind each."""

import random


def make(n):
    """Return the arguments of ``run`` for n transfers."""
    chance = random.Random(n)  # noqa: S311 - seeded: the same n, the same input
    events = []
    for at in range(n):
        name = f"t{at}"
        events.append({"type": "create", "transfer": name, "at": at, "amount": 100, "id": f"c{at}"})
        events.append({"type": "send", "transfer": name, "at": at, "id": f"s{at}"})
        if chance.random() < 0.2:
            events.append({"type": "settle", "transfer": name, "at": at, "id": f"d{at}"})
        events.append({"type": "tick", "at": at})
    events.append({"type": "tick", "at": 3 * n})
    return [events, {"timeout": n}]
