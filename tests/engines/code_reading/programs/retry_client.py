# concerns: retry
import random
import time
import uuid


def call(send, amount):
    delay = 0.5
    while True:
        try:
            return send({"amount": amount, "key": str(uuid.uuid4())})
        except ConnectionError:
            time.sleep(delay + random.random())
            delay = min(delay * 2, 5)
