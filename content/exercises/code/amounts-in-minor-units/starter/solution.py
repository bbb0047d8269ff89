"""Amounts of money as whole numbers of the smallest unit."""


def money(operations):
    """Return one reply for each operation, in their order.

    An operation is a list such as ["parse", "12.30", "eur"] or ["format", 1230, "eur"].
    """
    replies = []
    for operation in operations:
        replies.append({"error": "not_written"})
    return replies
