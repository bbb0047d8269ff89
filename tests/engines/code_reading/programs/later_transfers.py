# concerns: money, idempotency, errors
class Transfers:
    def __init__(self):
        self.rows = {}
        self.balances = {}
        self.applied = set()

    def apply(self, event):
        if event["id"] in self.applied:
            return "duplicate"
        self.applied.add(event["id"])
        row = self.rows.get(event["transfer"])
        if event["type"] == "created":
            self.rows[event["transfer"]] = {"state": "created", "amount": event["amount"], "to": event["to"]}
            return "ok"
        elif row is None:
            return "unknown"
        elif event["type"] == "sent":
            row["state"] = "sent"
        elif event["type"] == "settled":
            row["state"] = "settled"
            self.balances[row["to"]] = self.balances.get(row["to"], 0) + row["amount"]
        elif event["type"] == "returned":
            row["state"] = "returned"
            self.balances[row["to"]] = self.balances.get(row["to"], 0) - row["amount"]
        return "ok"


def run(events):
    t = Transfers()
    replies = [t.apply(e) for e in events]
    return {"replies": replies, "balances": t.balances}
