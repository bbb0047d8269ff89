"""A file of n records with keys of their own, in no order, and one repeat at its end."""

import random


def make(n):
    """Return the arguments of ``run`` for n records."""
    keys = list(range(n))
    random.Random(n).shuffle(keys)  # noqa: S311 - seeded: the same n, the same input
    lines = ["id,n", *(f"k{key},1" for key in keys), f"k{keys[0]},1"]
    return ["\n".join(lines), {"types": {"n": "integer"}, "key": "id"}]
