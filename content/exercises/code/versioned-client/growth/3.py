"""A long history of four kinds, and clients that are nearly up to date."""

KINDS = ["person", "order", "line", "refund"]


def make(n):
    """Return the arguments of a run with half n changes and half n calls."""
    half = n // 2
    changes = []
    for i in range(half):
        day = i * 28 * 12 * 80 // half  # eighty years of months of 28 days
        date = f"{1940 + day // 336:04}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}"
        changes.append({"date": date, "kind": KINDS[i % 4], "steps": [["rename", f"f{i // 4}", f"f{i // 4 + 1}"]]})
    latest = changes[half - 9]["date"]
    calls = []
    for i in range(half):
        kind = KINDS[i % 4]
        calls.append(["read", latest, {"kind": kind, f"f{half // 4}": i}])
    return [changes, calls]
