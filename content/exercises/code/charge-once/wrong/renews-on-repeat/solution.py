"""Take charges so that a repeated request never charges twice."""

from collections import deque

CURRENCIES = {"eur", "gbp", "usd"}
LONGEST_KEY = 255
MOST = 99_999_999
KEY_LIVES = 86_400  # seconds from the moment at which the final reply was stored


def handle(requests):
    """Return one reply for each request, event or count, in their order."""
    desk = Desk()
    return [desk.reply(request) for request in requests]


class Desk:
    """What is known of each key: its body, and its final reply or None while the charge is running."""

    def __init__(self):
        self.charged = 0
        self.known = {}
        self.ends = deque()  # (second, key), earliest first, as replies are stored in the order of time

    def reply(self, request):
        now = request.get("at", 0)
        self.forget(now)
        if "count" in request:
            return {"status": 200, "keys": len(self.known)}
        if "event" in request:
            return self.settle(request["event"], request["key"], now)
        return self.charge(request, now)

    def charge(self, request, now):
        fault = fault_in(request)
        if fault:
            return {"status": 400, "error": fault}
        key, body = request["key"], body_of(request)
        if key in self.known:
            self.renew(key, now)
            return again(body, *self.known[key])
        self.known[key] = (body, None)
        if body.get("card") == "slow":
            return {"status": 202, "state": "running"}
        return self.store(key, self.success(body), now)

    def settle(self, event, key, now):
        body, reply = self.known.get(key, (None, None))
        if body is None or reply is not None:
            return {"status": 404, "error": "not_running"}
        if event == "succeeded":
            self.store(key, self.success(body), now)
        elif event == "declined":
            self.store(key, {"status": 402, "error": "card_declined"}, now)
        elif event == "not_sent":
            del self.known[key]
        return {"status": 200}  # "lost" changes nothing: the money may have moved

    def success(self, body):
        self.charged += 1
        return {"status": 200, "id": f"ch_{self.charged}", "amount": body["amount"], "currency": body["currency"]}

    def store(self, key, reply, now):
        body, _ = self.known[key]
        self.known[key] = (body, reply)
        self.ends.append((now + KEY_LIVES, key))
        return reply

    def renew(self, key, now):
        if self.known[key][1]:
            self.ends = deque((end, other) for end, other in self.ends if other != key)
            self.ends.append((now + KEY_LIVES, key))

    def forget(self, now):
        while self.ends and self.ends[0][0] <= now:
            _, key = self.ends.popleft()
            del self.known[key]


def fault_in(request):
    """Return the name of the first fault, or None."""
    key, amount = request.get("key"), request.get("amount")
    if not key:
        return "key_missing"
    if len(key) > LONGEST_KEY:
        return "key_too_long"
    if type(amount) is not int or not 1 <= amount <= MOST:
        return "amount_invalid"
    if request.get("currency") not in CURRENCIES:
        return "currency_unknown"
    return None


def body_of(request):
    """Return what was asked for: everything but who asks and when."""
    return {name: value for name, value in request.items() if name not in ("key", "at")}


def again(body, first_body, reply):
    """Answer a key that is known already."""
    if body != first_body:
        return {"status": 422, "error": "key_reused"}
    return reply or {"status": 409, "error": "still_running"}
