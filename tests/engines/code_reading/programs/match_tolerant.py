# concerns: money
def run(ours, theirs, days=3):
    left = list(theirs)
    matched = []
    for entry in ours:
        for other in left:
            if other["amount"] == entry["amount"] and abs(other["day"] - entry["day"]) <= days:
                matched.append((entry["id"], other["id"]))
                left.remove(other)
                break
    rate = len(matched) / len(ours) if ours else 1
    return {"matched": matched, "missing": [other["id"] for other in left], "rate": round(rate, 2)}
