"""Take charges so that a repeated request never charges twice."""


def handle(requests):
    """Return one reply for each request, in their order.

    A request is a dict such as {"key": "k1", "amount": 500, "currency": "gbp"}.
    """
    replies = []
    for request in requests:
        replies.append({"status": 501})
    return replies
