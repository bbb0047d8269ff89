"""Bill the changes of a subscription within a period, to the second."""


def prorate(subscription, changes):
    """Return {"lines": [...], "total": ...}.

    ``subscription`` is a dict with "from", "to" and "price"; a change is a dict with "at" and "price".
    """
    lines = []
    return {"lines": lines, "total": 0}
