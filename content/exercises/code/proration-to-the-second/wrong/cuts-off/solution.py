"""Bill the changes of a subscription within a period, to the second."""

from bisect import bisect_right


def prorate(subscription, changes, moments=None):
    """Return the lines with their total and, if asked for, what was used and paid at each of ``moments``."""
    bill = Bill(subscription["from"], subscription["to"])
    for at, cost in costs(subscription, changes):
        bill.change(at, cost)
    reply = {"lines": bill.lines, "total": bill.total}
    if moments is not None:
        reply["moments"] = [bill.status(moment) for moment in moments]
    return reply


def costs(subscription, changes):
    """Yield every moment at which a stretch begins, and what the whole period would cost from then on."""
    price, seats = subscription["price"], subscription.get("seats", 1)
    begin = subscription["from"]
    for change in sorted(changes, key=lambda change: change["at"]):
        if change["at"] >= subscription["to"]:
            break
        if change["at"] > begin:
            yield begin, price * seats
            begin = change["at"]
        price, seats = change.get("price", price), change.get("seats", seats)
    yield begin, price * seats


class Bill:
    """The lines of one period. For every stretch of one cost it keeps the sums up to its beginning."""

    def __init__(self, start, end):
        self.start, self.end = start, end
        self.lines = []
        self.total = 0
        self.begins = []  # of the stretches, earliest first
        self.stretches = []  # (cost, exact use until it begins, paid when it begins)

    def change(self, at, cost):
        """Begin a stretch of another cost, and write what that credits and charges."""
        if not self.begins:
            self.write(at, cost, "period")
        elif cost != self.stretches[-1][0]:
            self.write(at, -self.share(self.stretches[-1][0] * (self.end - at)), "credit")
            self.write(at, self.share(cost * (self.end - at)), "charge")
        used = self.used(at)
        self.begins.append(at)
        self.stretches.append((cost, used, self.total))

    def write(self, at, amount, why):
        if amount:
            self.lines.append({"at": at, "amount": amount, "why": why})
            self.total += amount

    def status(self, moment):
        """Return what was used and paid at ``moment``, and what would be given back."""
        used, paid = self.share(self.used(min(moment, self.end))), self.paid(moment)
        return {"at": moment, "used": used, "paid": paid, "back": max(paid - used, 0)}

    def used(self, moment):
        """Return what was used until ``moment``, exact, as cost times seconds."""
        place = bisect_right(self.begins, moment)
        if not place:
            return 0
        cost, used_before, _ = self.stretches[place - 1]
        return used_before + cost * (moment - self.begins[place - 1])

    def paid(self, moment):
        place = bisect_right(self.begins, moment)
        return self.stretches[place - 1][2] if place else 0

    def share(self, product):
        """Divide cost times seconds by the length of the period."""
        length = self.end - self.start
        return product // length
