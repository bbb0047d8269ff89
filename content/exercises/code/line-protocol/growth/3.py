"""A payload of n characters that arrives one character at a time, then a line and what was stored."""

import random


def make(n):
    """Return the arguments of ``run`` for a payload of n characters."""
    chance = random.Random(n)  # noqa: S311 - seeded: the same n, the same input
    payload = "".join(chance.choice("abc \n") for _ in range(n))
    return [[f"PUT key {n}\r\n", *payload, "\r", "\n", "GET key\n"]]
