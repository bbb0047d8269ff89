"""n documents in folders of ten, a rule for each, and n questions."""

import random


def make(n):
    """Return the arguments of ``run`` for n documents and n questions."""
    chance = random.Random(n)  # noqa: S311 - seeded: the same n, the same input
    rules = [{"effect": "allow", "who": f"p{chance.randrange(n)}", "what": f"d{at}", "until": 100} for at in range(n)]
    rules += [{"effect": "deny", "who": f"@g{at % 7}", "what": f"f{at}"} for at in range(n // 10)]
    groups = {f"g{at}": [f"p{person}" for person in range(at, n, 50)] for at in range(7)}
    parents = {f"d{at}": f"f{at // 10}" for at in range(n)}
    questions = [{"who": f"p{chance.randrange(n)}", "what": f"d{chance.randrange(n)}", "at": 50} for _ in range(n)]
    return [{"groups": groups, "parents": parents, "rules": rules}, questions]
