"""Fees of payments. All sums are whole minor units."""


def fees(schedule, operations):
    """Return one reply for each operation, in their order.

    ``schedule`` is a dict with "rate" and more; an operation is a dict with "id" and "amount".
    """
    replies = []
    for operation in operations:
        replies.append({"error": "not_written"})
    return replies
