"""Holds on one wallet, of which few are captured, and questions about what is available."""

import random


def make(n):
    """Return the arguments for n operations after the wallet is filled."""
    dice = random.Random(n)
    everything = 1_000_000_000
    operations = [
        {"op": "open", "account": "bank", "kind": "asset"},
        {"op": "open", "account": "ann", "kind": "liability", "at_least": 0},
        {"op": "post", "id": "first", "lines": [["debit", "bank", everything], ["credit", "ann", everything]]},
    ]
    for i in range(n):
        hold = {"op": "hold", "id": f"h{i}", "debit": "ann", "credit": "bank", "amount": dice.randrange(1, 500)}
        asked = {"op": "available", "account": "ann"}
        ended = {"op": "capture", "hold": f"h{dice.randrange(i + 1)}"}
        operations.append({**dice.choice([hold, hold, hold, asked, asked, ended]), "at": i})
    return [operations]
