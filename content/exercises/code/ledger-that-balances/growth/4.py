"""A year of postings, and after it as many questions about balances at any time of the year."""

import random


def make(n):
    """Return the arguments for n operations, half of them questions about the past."""
    dice = random.Random(n)
    operations = [
        {"op": "open", "account": "bank", "kind": "asset"},
        {"op": "open", "account": "fees", "kind": "expense"},
    ]
    for i, at in enumerate(sorted(dice.randrange(31_536_000) for _ in range(n // 2))):
        lines = [["debit", "fees", 1 + i % 90], ["credit", "bank", 1 + i % 90]]
        operations.append({"op": "post", "id": f"p{i}", "lines": lines, "at": at})
    for _ in range(n - n // 2):
        as_of = dice.randrange(31_536_000)
        operations.append({"op": "balance", "account": "bank", "as_of": as_of, "at": 31_536_000})
    return [operations]
