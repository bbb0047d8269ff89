"""Your feature flags."""


def run(flags, people, checks):
    """Return a list with one reply for each check, in order."""
    replies = []
    for _flag, _person in checks:
        replies.append(None)
    return replies
