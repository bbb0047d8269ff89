"""Events of a few objects, some of them swapped, with a save after every third and a crash now and then."""


def make(n):
    """Return the arguments of a run with n operations."""
    seed, operations, numbers, count = 5, [], [0] * 10, 0
    while len(operations) < n:
        seed = seed * 48271 % 2147483647
        which = seed % 10
        for number in (numbers[which] + 2, numbers[which] + 1):
            operations.append(["event", f"e{count}", f"o{which}", number, 1])
            count += 1
        numbers[which] += 2
        if len(operations) % 100 == 50:
            operations.append(["event", "lost", "o0", numbers[0] + 1, 1])
            operations.append(["crash"])
        else:
            operations.append(["save"])
    return [[*operations[: n - 1], ["save"]]]
