"""A large cache: entries with lifetimes of all lengths, read, renewed and pushed out."""


def make(n):
    """Return the arguments of a run with n operations."""
    seed, operations = 13, []
    for now in range(n):
        seed = seed * 48271 % 2147483647
        key = f"k{seed % n}"
        lifetime = n // 8 + seed % n
        if now % 4 == 1:
            operations.append(["get", key, now])
        elif now % 4 == 3:
            operations.append(["renew", key, now, lifetime])
        else:
            operations.append(["put", key, now, now, lifetime])
    return [n // 5, operations]
