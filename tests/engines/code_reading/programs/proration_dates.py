# concerns: money
def run(subscription, changes):
    start, end = subscription["from"], subscription["to"]
    length = end - start
    lines = [{"at": start, "amount": subscription["price"], "why": "period"}]
    price = subscription["price"]
    for change in sorted(changes, key=lambda c: c["at"]):
        left = end - change["at"]
        share = left / length
        lines.append({"at": change["at"], "amount": -round(price * share), "why": "credit"})
        price = change["price"]
        lines.append({"at": change["at"], "amount": round(price * share), "why": "charge"})
    return {"lines": lines, "total": sum(line["amount"] for line in lines)}
