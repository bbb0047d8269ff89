"""The receiving end of signed webhooks."""

import hashlib
import hmac


def receive(operations):
    """Return one reply, a text, for each operation, in their order.

    An operation is a dict: {"secret": ..., "at": ...} or {"header": ..., "body": ..., "at": ...}.
    """
    replies = []
    for operation in operations:
        replies.append("not_written")
    return replies
