"""A rate limiter: one bucket of tokens for each key, filled at the ticks of a clock."""

from collections import deque


def run(limits, operations):
    """Return the reply to each operation, in order. Times are whole milliseconds and never go back."""
    limiter = Limiter(limits)
    return [limiter.reply(*operation) for operation in operations]


class Limiter:
    """The buckets of all keys that are remembered."""

    def __init__(self, limits):
        self.limits = limits
        self.buckets = {}
        self.touches = deque()  # (time, key), oldest first: the only keys that can have gone quiet stand in front

    def reply(self, verb, now, key="", count=1):
        if count < 1:
            return ["error", "count"]
        self.forget_quiet_keys(now)
        if verb == "count":
            return ["ok", len(self.buckets)]
        bucket = self.touched_bucket(now, key)
        answer = bucket.take(now, count) if verb == "take" else bucket.give(count)
        if answer[0] == "ok":
            bucket.touched = now
            self.touches.append((now, key))
        return answer

    def touched_bucket(self, now, key):
        if key not in self.buckets:
            own = self.limits.get("keys", {}).get(key, {})
            self.buckets[key] = Bucket({**self.limits, **own}, now)
        bucket = self.buckets[key]
        bucket.fill(now)
        return bucket

    def forget_quiet_keys(self, now):
        """Each touch is looked at once, so this costs no more than the touches themselves."""
        idle = self.limits.get("idle")
        while idle is not None and self.touches and self.touches[0][0] + idle <= now:
            at, key = self.touches.popleft()
            if key in self.buckets and self.buckets[key].touched == at:
                del self.buckets[key]


class Bucket:
    """Tokens of one key. `tick` is the number of the last tick that was added."""

    def __init__(self, limits, now):
        self.capacity = limits["capacity"]
        self.refill = limits["refill"]
        self.every = limits["every"]
        self.burst = limits.get("burst", 0)
        self.tokens = self.capacity
        self.tick = now // self.every

    def fill(self, now):
        """Add what the ticks have brought. Counting ticks, not time since the last look, loses no remainder."""
        ticks = now // self.every - self.tick
        self.tick += ticks
        filled = min(self.capacity, self.tokens + ticks * self.refill)
        self.tokens = max(self.tokens, filled)  # what was given above the capacity stays

    def take(self, now, count):
        if count <= self.tokens:
            self.tokens -= count
            return ["ok", self.tokens]
        if count > self.capacity:
            return ["never"]
        ticks = -(-(count - self.tokens) // self.refill)  # rounded up
        return ["wait", (self.tick + ticks) * self.every - now]

    def give(self, count):
        self.tokens = min(self.capacity + self.burst, self.tokens + count)
        return ["ok", self.tokens]
