# concerns: money
def bill(subscription, changes):
    period = subscription["to"] - subscription["from"]
    total = subscription["price"] * subscription.get("seats", 1)
    lines = [dict(at=subscription["from"], amount=total, why="period")]
    current = total
    for c in changes:
        new1 = c.get("price", subscription["price"]) * c.get("seats", subscription.get("seats", 1))
        left = subscription["to"] - c["at"]
        credit = -((current * left + period // 2) // period)
        charge = (new1 * left + period // 2) // period
        lines.append(dict(at=c["at"], amount=credit, why="credit"))
        lines.append(dict(at=c["at"], amount=charge, why="charge"))
        total += credit + charge
        current = new1
    return {"lines": lines, "total": total}
