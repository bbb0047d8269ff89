"""One flag that needs many others, and many checks of it for a few people."""


def make(n):
    """Return the arguments of a run with half n needs and half n checks."""
    half = n // 2
    flags = {f"f{i}": {"on": True, "default": True} for i in range(half)}
    flags["all"] = {"on": True, "needs": list(flags), "default": True}
    people = {"ann": {}, "bob": {}}
    return [flags, people, [["all", "ann" if i % 2 else "bob"] for i in range(half)]]
