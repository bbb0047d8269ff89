"""Requests that come steadily for a day and a quarter, so that most keys are known and some are forgotten."""

import random


def make(n):
    """Return the arguments for n requests, one in ten of them with an earlier key."""
    dice = random.Random(n)
    times = sorted(dice.randrange(108_000) for _ in range(n))
    numbers = [i if i % 10 else dice.randrange(i + 1) for i in range(n)]
    return [[{"key": f"key-{i:06}", "amount": 100 + i, "currency": "usd", "at": at} for i, at in zip(numbers, times)]]
