"""Lines of a full day, with nearly half as many routes as lines."""


def make(n):
    """Return the arguments of a run with n lines."""
    seed, lines = 3, []
    for at in range(n):
        seed = seed * 48271 % 2147483647
        lines.append(f"{at} GET /r{seed % (n // 2)}x/{seed % 999} 200 {seed % 1000} c{seed % 50}")
    return [lines, {"ask": "routes", "percentile": 95}]
