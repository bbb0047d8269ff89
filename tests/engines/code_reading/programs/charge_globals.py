# concerns: idempotency, retry
import json

seen = {}
counter = 0


def handle(requests):
    global counter
    replies = []
    for request in requests:
        key = request.get("key")
        body = {k: v for k, v in request.items() if k != "key"}
        if not key:
            replies.append({"status": 400, "error": "key_missing"})
            continue
        fingerprint = json.dumps(body)
        if key in seen:
            first, reply = seen[key]
            replies.append(reply if first == fingerprint else {"status": 422, "error": "key_reused"})
            continue
        counter += 1
        reply = {"status": 200, "id": f"ch_{counter}"}
        seen[key] = (fingerprint, reply)
        replies.append(reply)
    return replies
