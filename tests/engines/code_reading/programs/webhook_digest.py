# concerns: secrets, idempotency
import hmac
from hashlib import sha256


def is_signed(secrets, payload, signatures):
    for secret in secrets:
        expected = hmac.new(secret.encode(), payload.encode(), sha256).hexdigest()
        if any(hmac.compare_digest(expected, given) for given in signatures):
            return True
    return False


def run(secrets, deliveries):
    replies = []
    for header, body in deliveries:
        items = [item.split("=", 1) for item in header.split(",") if "=" in item]
        signatures = [value for name, value in items if name == "v1"]
        if signatures == [] or len(items) < 2:
            replies.append("malformed")
            continue
        replies.append("ok" if is_signed(secrets, f"{items[0][1]}.{body}", signatures) else "mismatch")
    return replies
