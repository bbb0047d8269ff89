"""A statement without references over two months: most lines have a record within three days."""

import random


def make(n):
    """Return the arguments for n records and n lines."""
    dice = random.Random(n)
    records = [
        {"id": f"r{i}", "ref": f"INV-{i}", "amount": 100 + i, "currency": "gbp", "day": dice.randrange(60)}
        for i in range(n)
    ]
    lines = [
        {**record, "id": f"l{i}", "ref": "", "day": record["day"] + dice.randrange(-4, 5)}
        for i, record in enumerate(records)
    ]
    dice.shuffle(lines)
    return [records, lines]
