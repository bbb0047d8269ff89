# concerns: secrets, idempotency
import hashlib
import hmac


def run(secret, deliveries):
    seen = set()
    out = []
    for d in deliveries:
        parts = dict(p.split("=", 1) for p in d["header"].split(","))
        expected = hmac.new(secret.encode(), f"{parts['t']}.{d['body']}".encode(), hashlib.sha256).hexdigest()
        if parts.get("v1") == expected:
            if d["id"] in seen:
                out.append("duplicate")
            else:
                seen.add(d["id"])
                out.append("ok")
        else:
            out.append("signature_mismatch")
    return out
