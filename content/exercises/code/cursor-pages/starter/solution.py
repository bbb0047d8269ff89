"""Your pages of a list that keeps changing."""


def run(operations):
    """Return a list with one reply for each operation, in order."""
    replies = []
    for _operation in operations:
        replies.append(None)
    return replies
