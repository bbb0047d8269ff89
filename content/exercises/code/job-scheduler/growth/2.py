"""Jobs for all times to come, and requests in between, a few of which find one."""


def make(n):
    """Return the arguments of a run with n operations."""
    seed, operations = 17, []
    for now in range(n):
        seed = seed * 48271 % 2147483647
        if now % 2 == 0:
            operations.append(["add", f"j{now}", seed % 10, seed % (2 * n)])
        else:
            operations.append(["next", now])
    return [operations]
