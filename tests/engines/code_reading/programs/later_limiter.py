# concerns: errors
from collections import deque


class SlidingWindow:
    """Allows ``limit`` requests within ``window`` milliseconds per key."""

    def __init__(self, limit, window):
        self._limit = limit
        self._window = window
        self._hits = {}

    def allow(self, key, now):
        hits = self._hits.setdefault(key, deque())
        while hits and hits[0] <= now - self._window:
            hits.popleft()
        if len(hits) >= self._limit:
            return {"allowed": False, "retry_after": hits[0] + self._window - now}
        hits.append(now)
        return {"allowed": True, "left": self._limit - len(hits)}


def run(config, requests):
    try:
        window = SlidingWindow(int(config["limit"]), int(config["window"]))
    except (KeyError, ValueError) as problem:
        return {"error": f"bad config: {problem}"}
    return [window.allow(r.get("key", "anonymous"), r["at"]) for r in requests]
