"""Requests of which every second one repeats an earlier one."""

import random


def make(n):
    """Return the arguments for n requests over n / 2 keys, shuffled."""
    dice = random.Random(n)
    requests = [{"key": f"key-{i % (n // 2):06}", "amount": 100 + i % (n // 2), "currency": "eur"} for i in range(n)]
    dice.shuffle(requests)
    return [requests]
