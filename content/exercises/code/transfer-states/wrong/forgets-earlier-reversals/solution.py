"""Money transfers as a state machine, fed with events that come late, twice or never."""

import heapq
from dataclasses import dataclass

MOVES = {
    "send": {"created": "sent"},
    "settle": {"sent": "settled", "timed_out": "settled"},
    "fail": {"sent": "failed", "timed_out": "failed"},
    "cancel": {"created": "cancelled"},
    "reverse": {"settled": "reversed", "partly_reversed": "reversed"},
}
OPEN = ("created", "sent", "timed_out")
RETURNED = ("failed", "cancelled")


@dataclass
class Transfer:
    """One transfer; amounts in minor units, times in seconds."""

    amount: int
    last: int
    state: str = "created"
    deadline: int | None = None
    reversed: int = 0


def run(events, rules=None):
    """Return one reply for each event."""
    transfers = Transfers((rules or {}).get("timeout"))
    return [transfers.take(event) for event in events]


class Transfers:
    """All transfers, the events that were accepted, and a clock that only events move."""

    def __init__(self, timeout):
        self.timeout = timeout
        self.by_id = {}
        self.accepted = {}
        self.clock = 0
        self.waiting = []
        self.timed_out = []

    def take(self, event):
        """Let time pass, then answer one event."""
        self.pass_time(event["at"])
        if event["type"] == "tick":
            return self.tick()
        if event["type"] == "totals":
            return self.totals()
        content = (event["type"], event["transfer"], event.get("amount"))
        if event.get("id") in self.accepted:
            before, reply = self.accepted[event["id"]]
            return {**reply, "duplicate": True} if before == content else {"error": "id_reused"}
        reply = self.judge(event)
        if "id" in event and "error" not in reply and "ignored" not in reply:
            self.accepted[event["id"]] = (content, reply)
        return reply

    def pass_time(self, at):
        """Move the clock, never back, and time out whatever has waited long enough."""
        self.clock = max(self.clock, at)
        while self.waiting and self.waiting[0][0] <= self.clock:
            deadline, id = heapq.heappop(self.waiting)
            if self.by_id[id].state == "sent":
                self.by_id[id].state = "timed_out"
                self.timed_out.append((deadline, id))

    def judge(self, event):
        """Answer an event that is no repeat."""
        kind, transfer = event["type"], self.by_id.get(event["transfer"])
        if kind != "create" and kind not in MOVES:
            return {"error": "unknown_event"}
        if transfer is None:
            return self.create(event) if kind == "create" else {"error": "unknown_transfer"}
        if event["at"] < transfer.last:
            return {"ignored": "late", "state": transfer.state}
        target = MOVES.get(kind, {}).get(transfer.state)
        too_late = kind == "settle" and transfer.state == "timed_out" and event["at"] >= transfer.deadline
        if target is None or too_late:
            return {"error": "illegal_move", "event": kind, "state": transfer.state}
        return self.reverse(transfer, event) if kind == "reverse" else self.move(transfer, event, target)

    def create(self, event):
        if not is_amount(event.get("amount")):
            return {"error": "bad_amount"}
        self.by_id[event["transfer"]] = Transfer(event["amount"], event["at"])
        return {"state": "created"}

    def move(self, transfer, event, target):
        transfer.state, transfer.last = target, event["at"]
        if target == "sent" and self.timeout is not None:
            transfer.deadline = event["at"] + self.timeout
            heapq.heappush(self.waiting, (transfer.deadline, event["transfer"]))
        return {"state": target}

    def reverse(self, transfer, event):
        left = transfer.amount - transfer.reversed
        amount = event.get("amount", left)
        if not is_amount(amount):
            return {"error": "bad_amount"}
        if amount > transfer.amount:
            return {"error": "too_much", "left": left}
        transfer.reversed += amount
        state = "reversed" if amount >= left else "partly_reversed"
        return {**self.move(transfer, event, state), "left": left - amount}

    def tick(self):
        """Return what has timed out since the last tick, by deadline, then by name."""
        ids = [id for _, id in sorted(self.timed_out)]
        self.timed_out = []
        return {"timed_out": ids}

    def totals(self):
        """Say where the money is; the three sums make up all that was ever created."""
        sums = {"open": 0, "settled": 0, "returned": 0}
        for transfer in self.by_id.values():
            if transfer.state in OPEN:
                sums["open"] += transfer.amount
            elif transfer.state in RETURNED:
                sums["returned"] += transfer.amount
            else:
                sums["settled"] += transfer.amount - transfer.reversed
                sums["returned"] += transfer.reversed
        return sums


def is_amount(value):
    return type(value) is int and value > 0
