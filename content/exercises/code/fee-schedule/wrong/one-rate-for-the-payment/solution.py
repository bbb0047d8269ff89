"""Fees of payments, and what refunds give back of them. All sums are whole minor units."""

from bisect import bisect_right
from math import inf

HUNDREDTHS_OF_PER_CENT = 10_000


def fees(schedule, operations):
    """Return one reply for each payment or refund, in their order."""
    desk = Desk(schedule)
    return [desk.reply(operation) for operation in operations]


class Desk:
    """The schedule, the volume of each month, and the payments that were accepted."""

    def __init__(self, schedule):
        self.fixed = schedule.get("fixed", 0)
        self.least, self.most = schedule.get("least", 0), schedule.get("most", inf)
        self.tiers = Tiers(schedule.get("tiers") or [{"rate": schedule["rate"]}])
        self.volumes = {}  # month -> volume so far
        self.payments = {}  # id -> Payment

    def reply(self, operation):
        if "refund" in operation:
            return self.refund(operation["refund"], operation["amount"])
        return self.pay(operation["id"], operation["amount"], operation.get("month", ""))

    def pay(self, id, amount, month):
        if not is_amount(amount):
            return {"error": "amount_invalid"}
        volume = self.volumes.get(month, 0)
        self.volumes[month] = volume + amount
        fee = self.bounded(nearest(self.tiers.product(volume, volume + amount), HUNDREDTHS_OF_PER_CENT), amount)
        self.payments[id] = Payment(amount, max(fee - self.fixed, 0))
        return {"fee": fee, "net": amount - fee}

    def bounded(self, percentage, amount):
        """Apply the rules of the schedule in their order; the last one wins."""
        fee = percentage + self.fixed
        fee = max(fee, self.least)
        fee = min(fee, self.most)
        return min(fee, amount)

    def refund(self, id, amount):
        payment = self.payments.get(id)
        if payment is None:
            return {"error": "unknown_payment"}
        if not is_amount(amount):
            return {"error": "amount_invalid"}
        if amount > payment.amount - payment.refunded:
            return {"error": "too_much"}
        fee_back = payment.refund(amount)
        return {"fee_back": fee_back, "net": fee_back - amount}


class Payment:
    """A payment with what was refunded so far. ``returnable`` is the part of its fee that can come back."""

    def __init__(self, amount, returnable):
        self.amount, self.returnable = amount, returnable
        self.refunded = 0

    def refund(self, amount):
        before = self.due_back()
        self.refunded += amount
        return self.due_back() - before

    def due_back(self):
        return nearest(self.returnable * self.refunded, self.amount)


class Tiers:
    """Rates by volume; the last tier has no end."""

    def __init__(self, tiers):
        self.rates = [tier["rate"] for tier in tiers]
        self.ends = [tier.get("up_to", inf) for tier in tiers]

    def product(self, start, end):
        """Return amount times rate."""
        return (end - start) * self.rates[bisect_right(self.ends, start)]


def is_amount(value):
    return type(value) is int and value > 0


def nearest(above, below):
    """Divide and round to the nearest whole number; an exact half goes up."""
    return (2 * above + below) // (2 * below)
