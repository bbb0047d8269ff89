# concerns: idempotency
import hashlib
import json


def digest(body):
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def handle(requests, store=None):
    store = {} if store is None else store
    result = []
    for request in requests:
        body = dict(request)
        key = body.pop("key", None)
        try:
            first, reply = store[key]
        except KeyError:
            reply = {"status": 200}
            store[key] = digest(body), reply
        else:
            if first != digest(body):
                reply = {"status": 422}
        result.append(reply)
    return result
