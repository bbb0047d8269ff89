"""The receiving end of signed webhooks: what is genuine, in time and new."""

import hashlib
import hmac
import json
import math
import re
from collections import deque

TOLERANCE = 300  # seconds between signing and arrival, in either direction
REMEMBERED = 259_200  # seconds for which the id of an accepted event is known


def receive(operations):
    """Return one reply for each operation, in their order."""
    endpoint = Endpoint()
    return [endpoint.reply(operation) for operation in operations]


class Endpoint:
    """The secrets with their ends, and the ids of the events that were accepted."""

    def __init__(self):
        self.ends = {}  # secret -> the second at which it is over
        self.newest = None
        self.accepted = set()
        self.ages = deque()  # (second of acceptance, id), oldest first

    def reply(self, operation):
        at = operation["at"]
        if "secret" in operation:
            return self.add(operation["secret"], at + operation.get("overlap", 0))
        if "withdraw" in operation:
            return self.withdraw(operation["withdraw"], at)
        return self.deliver(operation["header"], operation["body"], at)

    def add(self, secret, end_of_others):
        self.ends = {other: end_of_others for other in self.ends}
        self.ends[secret] = math.inf
        self.newest = secret
        return "ok"

    def withdraw(self, secret, at):
        if secret not in self.valid(at):
            return "unknown_secret"
        del self.ends[secret]
        return "ok"

    def valid(self, at):
        return [secret for secret, end in self.ends.items() if at < end]

    def deliver(self, header, body, at):
        time, signatures = read_header(header)
        if time is None or not signatures:
            return "header_malformed"
        signers = [secret for secret in self.valid(at) if is_signed(secret, f"{time}.{body}", signatures)]
        if not signers:
            return "signature_mismatch"
        if at - int(time) > TOLERANCE:
            return "too_old"
        if int(time) - at > TOLERANCE:
            return "too_new"
        return self.accept(body, at) or ("ok" if self.newest in signers else "ok_old_secret")

    def accept(self, body, at):
        """Remember the event in ``body``; return what speaks against it, or None."""
        id = event_id(body)
        if id is None:
            return "body_malformed"
        self.forget(at - REMEMBERED)
        if id in self.accepted:
            return "duplicate"
        self.accepted.add(id)
        self.ages.append((at, id))
        return None

    def forget(self, until):
        while self.ages and self.ages[0][0] <= until:
            _, id = self.ages.popleft()
            self.accepted.remove(id)


def read_header(header):
    """Return the time as it is written, or None when there is not one good one, and the v1 values."""
    items = [item.split("=", 1) for item in header.split(",") if "=" in item]
    times = [value for name, value in items if name == "t"]
    signatures = [value for name, value in items if name == "v1"]
    time = times[0] if len(times) == 1 else ""
    return (time if re.fullmatch("[0-9]+", time) else None), signatures


def is_signed(secret, text, signatures):
    expected = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest().encode()
    return any(hmac.compare_digest(expected, signature.encode()) for signature in signatures)


def event_id(body):
    """Return the id in ``body``, or None when there is none."""
    try:
        event = json.loads(body)
    except ValueError:
        return None
    id = event.get("id") if isinstance(event, dict) else None
    return id if isinstance(id, str) and id else None
