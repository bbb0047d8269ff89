"""Lines of a full day, half as many clients as lines, nearly in order of time."""


def make(n):
    """Return the arguments of a run with n lines."""
    seed, lines = 3, []
    for at in range(n):
        seed = seed * 48271 % 2147483647
        lines.append(f"{at * 10 + seed % 90} GET /a 200 1 c{seed % (n // 2)}")
    return [lines, {"ask": "sessions", "gap": n * 10}]
