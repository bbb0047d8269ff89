"""A month in which seats change all day, and as many moments at which support asks."""

import random


def make(n):
    """Return the arguments for n / 2 changes and n / 2 moments."""
    dice = random.Random(n)
    month = 2_592_000
    changes = [{"at": dice.randrange(month), "seats": dice.randrange(1, 200)} for _ in range(n // 2)]
    moments = [dice.randrange(month) for _ in range(n // 2)]
    return [{"from": 0, "to": month, "price": 1500, "seats": 10}, changes, moments]
