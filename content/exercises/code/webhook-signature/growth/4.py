"""Four days of genuine deliveries, one in ten of them a repeat."""

import hashlib
import hmac
import random


def make(n):
    """Return the arguments for n deliveries after one secret."""
    dice = random.Random(n)
    operations = [{"secret": "whsec_growth", "at": 0}]
    for i, at in enumerate(sorted(dice.randrange(345_600) for _ in range(n))):
        body = f'{{"id":"evt_{dice.randrange(i + 1) if i % 10 == 9 else i}"}}'
        signature = hmac.new(b"whsec_growth", f"{at}.{body}".encode(), hashlib.sha256).hexdigest()
        operations.append({"header": f"t={at},v1={signature}", "body": body, "at": at})
    return [operations]
