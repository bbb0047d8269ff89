# concerns: idempotency, retry
from dataclasses import dataclass, field


@dataclass
class Store:
    replies: dict = field(default_factory=dict)
    charges: int = 0

    def charge(self, key, body):
        known = self.replies.get(key)
        if known:
            return known[1] if known[0] == body else {"status": 422, "error": "key_reused"}
        self.charges += 1
        reply = {"status": 200, "id": f"ch_{self.charges}"}
        self.replies[key] = (body, reply)
        return reply


def handle(requests):
    store = Store()
    return [store.charge(r["key"], (r["amount"], r["currency"])) for r in requests]
