"""Repeat failed calls: how long to wait and when to stop."""


def send(policy, calls):
    """Return how each call ended and which waits it made, in their order.

    ``policy`` is a dict with "base_ms", "cap_ms" and "attempts"; a call is a dict with "answers".
    """
    outcomes = []
    for call in calls:
        outcomes.append({"end": "not_written", "waits": []})
    return outcomes
