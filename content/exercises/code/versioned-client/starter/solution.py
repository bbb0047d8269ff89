"""Your change modules."""


def run(changes, calls):
    """Return a list with one reply for each call, in order."""
    replies = []
    for _verb, _version, _data in calls:
        replies.append(None)
    return replies
