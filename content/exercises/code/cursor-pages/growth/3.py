"""Rows that arrive nearly in order, some deletions, and small pages of owners all over the list."""

OWNERS = ["ann", "bob", "cem", "dora", "eva"]


def make(n):
    """Return the arguments of a run with n operations."""
    seed, operations, added = 11, [], 0
    for step in range(n):
        seed = seed * 48271 % 2147483647
        if step % 4 == 3:
            owner = OWNERS[seed % 5]
            place = seed % (added + 1)
            operations.append(["back" if step % 8 == 3 else "page", 2, f"{place}.{place}.{owner}", owner])
        elif step % 40 == 2:
            operations.append(["delete", added - seed % 20])
        else:
            operations.append(["add", added, added + seed % 7, OWNERS[seed % 5]])
            added += 1
    return [operations]
