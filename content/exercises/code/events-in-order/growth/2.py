"""The events of three objects, all delivered backwards."""


def make(n):
    """Return the arguments of a run with n deliveries."""
    each = n // 3
    objects = ["ann", "bob", "cem"]
    events = [["event", f"{i % 3}-{each - i // 3}", objects[i % 3], each - i // 3, 1] for i in range(3 * each)]
    return [events]
