"""Your scheduler."""


def run(operations):
    """Return a list with one reply for each operation, in order."""
    replies = []
    for _operation in operations:
        replies.append("")
    return replies
