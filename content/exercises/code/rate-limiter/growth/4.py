"""Operations of many keys over time: about a quarter as many keys are remembered as there are operations."""


def make(n):
    """Return the arguments of a run with n operations."""
    limits = {"capacity": 5, "refill": 1, "every": 1000, "idle": n}
    seed, operations = 7, []
    for at in range(n):
        seed = seed * 48271 % 2147483647
        operations.append(["count", at] if at % 8 == 0 else ["take", at, f"key{seed % (n // 4)}"])
    return [limits, operations]
