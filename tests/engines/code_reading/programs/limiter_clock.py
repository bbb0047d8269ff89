# concerns: errors
import time


class Bucket:
    def __init__(self, rate, size):
        self.rate, self.size = rate, size
        self.tokens = size
        self.last = None

    def take(self, now=None):
        now = time.time() if now is None else now
        if self.last is not None:
            self.tokens = min(self.size, self.tokens + (now - self.last) * self.rate)
        self.last = now
        if self.tokens >= 1:
            self.tokens -= 1
            return True
        return False


def run(rate, size, moments):
    bucket = Bucket(rate, size)
    return [bucket.take(moment) for moment in moments]
