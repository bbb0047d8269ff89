"""A ledger: every posting has two sides."""


def book(operations):
    """Return one reply for each operation, in their order.

    An operation is a dict with "op", such as {"op": "balance", "account": "bank"}.
    """
    replies = []
    for operation in operations:
        replies.append({"error": "not_written"})
    return replies
