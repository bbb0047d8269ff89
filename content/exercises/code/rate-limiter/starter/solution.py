"""Your rate limiter. Run it on the cases as often as you like."""


def run(limits, operations):
    """Return a list with one reply for each operation, in order."""
    replies = []
    for _operation in operations:
        replies.append(None)
    return replies
