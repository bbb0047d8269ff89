"""Calls that start within a minute and fail once or twice each, under a budget that most of them find room in."""

import random


def make(n):
    """Return the arguments for n calls."""
    dice = random.Random(n)
    policy = {"base_ms": 500, "cap_ms": 5000, "attempts": 4, "budget": {"retries": n, "per_ms": 60_000}}
    calls = [
        {
            "at": dice.randrange(60_000),
            "answers": dice.choice([[200], [503, 200], [503, "no_answer", 200]]),
            "random": [dice.randrange(1001) for _ in range(2)],
        }
        for _ in range(n)
    ]
    return [policy, calls]
