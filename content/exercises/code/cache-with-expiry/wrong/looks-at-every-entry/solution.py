"""A cache that lets go of what is over, and then of what was not used for longest."""

from collections import OrderedDict


def run(capacity, operations):
    """Return the reply to each operation, in order. Times are whole milliseconds and never go back."""
    cache = Cache(capacity)
    verbs = {"get": cache.get, "put": cache.put, "renew": cache.renew, "size": cache.size}
    return [verbs[verb](*details) for verb, *details in operations]


class Cache:
    """Living entries, the least recently used in front."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.weight = 0  # of all entries together
        self.entries = OrderedDict()

    def get(self, key, now=0):
        self.drop_expired(now)
        if key not in self.entries:
            return None
        self.entries.move_to_end(key)
        return self.entries[key].value

    def put(self, key, value, now=0, lifetime=None, weight=1):
        """Store a value and return the keys that had to make room for it, in the order in which they left."""
        self.drop_expired(now)
        if weight > self.capacity:
            return {"error": "too heavy"}
        self.drop(key)
        evicted = []
        while self.weight + weight > self.capacity:
            oldest = next(iter(self.entries))
            self.drop(oldest)
            evicted.append(oldest)
        self.entries[key] = Entry(value, weight)
        self.weight += weight
        self.set_end(key, now, lifetime)
        return evicted

    def renew(self, key, now, lifetime=None):
        """Give a living entry a new lifetime, which is no use of it; say whether there was one."""
        self.drop_expired(now)
        if key not in self.entries:
            return False
        self.set_end(key, now, lifetime)
        return True

    def size(self, now=0):
        self.drop_expired(now)
        return len(self.entries)

    def set_end(self, key, now, lifetime):
        self.entries[key].end = None if lifetime is None else now + lifetime

    def drop_expired(self, now):
        for key, entry in list(self.entries.items()):
            if entry.end is not None and entry.end <= now:
                self.drop(key)

    def drop(self, key):
        if key in self.entries:
            self.weight -= self.entries.pop(key).weight


class Entry:
    """A value and what it weighs; `end` is the time from which on it is gone, None for never."""

    def __init__(self, value, weight):
        self.value = value
        self.weight = weight
