"""A catalogue of n items and n requests, each for a word that one or two items hold."""

import random


def make(n):
    """Return the arguments of ``run`` for n items."""
    chance = random.Random(n)  # noqa: S311 - seeded: the same n, the same input
    tags = [f"w{chance.randrange(n)}" for _ in range(n)]
    items = [{"id": f"p{at}", "title": f"thing w{at}", "tags": [tags[at]], "sold": at} for at in range(n)]
    fields = {"title": 2, "tags": 1}
    return [items, [{"words": f"w{chance.randrange(n)}", "fields": fields, "size": 5} for _ in range(n)]]
