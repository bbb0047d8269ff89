"""A long chain of jobs that are done one by one, and another that dies with its first."""


def make(n):
    """Return the arguments of a run with about n operations."""
    length = n // 4
    chain = [["add", f"j{i}", i % 5, 0, [f"j{i - 1}"] if i else []] for i in range(length)]
    work = [step for i in range(length) for step in (["next", i], ["done", f"j{i}"])]
    doomed = [["add", f"d{i}", 0, 0, [f"d{i - 1}"] if i else []] for i in range(length - 11)]
    times = [n, n + 100, n + 300, n + 700, n + 1500]
    failures = [step for at in times for step in (["next", at], ["fail", "d0", at])]
    return [[*chain, *work, *doomed, *failures, ["status", f"d{length - 12}"]]]
