# concerns: money
def run(schedule, payments):
    month_volume = {}
    out = []
    for payment in payments:
        pct = schedule["rate"] / 10000
        fee = int(payment["amount"] * pct + 0.5) + schedule.get("fixed", 0)
        month = payment.get("month", "")
        month_volume[month] = month_volume.get(month, 0) + payment["amount"]
        out.append({"fee": fee, "net": payment["amount"] - fee})
    return out
