"""One busy account: postings to it and questions about it, by turns."""

import random


def make(n):
    """Return the arguments for n operations after the two accounts are open."""
    dice = random.Random(n)
    operations = [
        {"op": "open", "account": "bank", "kind": "asset", "at_least": 0},
        {"op": "open", "account": "sales", "kind": "income"},
    ]
    for i in range(n):
        amount = dice.randrange(1, 1000)
        lines = [["debit", "bank", amount], ["credit", "sales", amount]]
        question = {"op": "balance", "account": dice.choice(["bank", "sales"])}
        operations.append(question if i % 2 else {"op": "post", "id": f"p{i}", "lines": lines})
    return [operations]
