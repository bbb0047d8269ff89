# concerns: money
from decimal import ROUND_HALF_UP, Decimal


def fee(amount, rate, fixed):
    exact = Decimal(amount) * Decimal(rate) / Decimal(10000)
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)) + fixed


def run(schedule, payments):
    out = []
    for p in payments:
        f = fee(p["amount"], schedule["rate"], schedule.get("fixed", 0))
        f = max(f, schedule.get("least", 0))
        out.append({"fee": f, "net": p["amount"] - f})
    return out
