# concerns: money
def key(entry):
    return (entry["currency"], entry["amount"])


def run(ours, theirs):
    waiting = {}
    for entry in ours:
        waiting.setdefault(key(entry), []).append(entry)
    matched, unknown = [], []
    for line in theirs:
        candidates = waiting.get(key(line))
        if candidates:
            candidates.sort(key=lambda e: abs(e["day"] - line["day"]))
            best = candidates.pop(0)
            matched.append([best["id"], line["id"]])
        else:
            unknown.append(line["id"])
    missing = [e["id"] for es in waiting.values() for e in es]
    difference = sum(e["amount"] for e in theirs) - sum(e["amount"] for e in ours)
    return {"matched": matched, "unknown": unknown, "missing": sorted(missing), "difference": difference / 100}
