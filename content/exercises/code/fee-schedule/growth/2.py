"""A schedule with many tiers, and payments that climb through all of them in two months by turns."""

import random


def make(n):
    """Return the arguments for n payments under n / 2 tiers."""
    dice = random.Random(n)
    tiers = [{"up_to": (i + 1) * 1000, "rate": 400 - i * 300 // n} for i in range(n // 2 - 1)] + [{"rate": 50}]
    payments = [{"id": f"p{i}", "amount": dice.randrange(500, 1500), "month": f"2026-0{1 + i % 2}"} for i in range(n)]
    return [{"tiers": tiers, "fixed": 10}, payments]
