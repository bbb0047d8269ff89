"""Who may read what: groups in groups, folders in folders, and a deny that always wins."""


def run(policy, questions):
    """Return one reply for each question; in part 1 a reply is true or false."""
    return []
