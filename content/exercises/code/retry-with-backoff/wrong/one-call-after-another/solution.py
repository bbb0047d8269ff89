"""Repeat failed calls: how long to wait, when to stop, and how many repeats at once."""

from collections import deque
from math import inf

UNLIMITED = {"retries": inf, "per_ms": inf}


def send(policy, calls):
    """Return how each call ended and which waits it made, in the order of ``calls``."""
    budget = Budget(policy.get("budget", UNLIMITED))
    plays = [Play(policy, call) for call in calls]
    for play, call in zip(plays, calls):
        now = call.get("at", 0)
        play.go_on(budget, now)
        while play.end is None:
            now += play.waits[-1]
            play.go_on(budget, now)
    return [{"end": play.end, "waits": play.waits} for play in plays]


class Budget:
    """How many repeats may start within a stretch of time, over all calls."""

    def __init__(self, budget):
        self.retries, self.per_ms = budget["retries"], budget["per_ms"]
        self.started = deque()  # moments, earliest first

    def spend(self, now):
        """Start a repeat at ``now`` if there is room for it, and say whether there was."""
        while self.started and self.started[0] <= now - self.per_ms:
            self.started.popleft()
        room = len(self.started) < self.retries
        if room:
            self.started.append(now)
        return room


class Play:
    """One call under way. ``end`` is None until it is known."""

    def __init__(self, policy, call):
        self.policy = policy
        self.repeatable = call.get("repeatable", True)
        self.answers = iter(call["answers"])
        self.chances = iter(call["random"]) if "random" in call else None
        self.waits = []
        self.end = None

    def go_on(self, budget, now):
        """Make the next attempt and find either the end or the next wait."""
        if self.waits and not budget.spend(now):
            self.end = "over_budget"
            return
        status, wish_ms = read(next(self.answers))
        self.end = self.end_after(status)
        if self.end is None:
            self.wait(max(self.own_wait(), wish_ms))

    def end_after(self, status):
        if status != "no_answer" and 200 <= status <= 299:
            return "done"
        if status != 429:
            if status != "no_answer" and not 500 <= status <= 599:
                return "refused"
            if not self.repeatable:
                return "unsure"
        attempts = len(self.waits) + 1
        return "gave_up" if attempts >= self.policy["attempts"] else None

    def own_wait(self):
        """Double, cap, and let chance choose between half of that and all of it."""
        wait = min(self.policy["base_ms"] * 2 ** len(self.waits), self.policy["cap_ms"])
        if self.chances is None:
            return wait
        half = wait // 2
        return half + (wait - half) * next(self.chances) // 1000

    def wait(self, wait):
        if sum(self.waits) + wait > self.policy.get("patience_ms", inf):
            self.end = "out_of_patience"
        else:
            self.waits.append(wait)


def read(answer):
    """Return the status of an answer and the wait that the server wishes, in milliseconds."""
    if not isinstance(answer, dict):
        answer = {"status": answer}
    return answer["status"], answer.get("retry_after", 0) * 1000
