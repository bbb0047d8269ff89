"""Events that arrive twice, early or never, applied once and in order, with a state that survives a crash."""

ABSENT = object()


def run(operations):
    """Return the reply to each operation, in order. Times are whole milliseconds and never go back."""
    inbox = Inbox()
    verbs = {
        "event": inbox.event,
        "total": inbox.total,
        "missing": inbox.missing,
        "patience": inbox.patience,
        "tick": inbox.tick,
        "save": inbox.save,
        "crash": inbox.crash,
    }
    return [verbs[verb](*details) for verb, *details in operations]


class State:
    """Dictionaries that can go back to the last save. Going back costs what was changed since, not what is kept."""

    def __init__(self):
        self.changes = []  # (dictionary, key, what stood there before), oldest first

    def put(self, where, key, value):
        self.changes.append((where, key, where.get(key, ABSENT)))
        where[key] = value

    def take(self, where, key):
        self.changes.append((where, key, where[key]))
        return where.pop(key)

    def save(self):
        self.changes.clear()

    def go_back(self):
        while self.changes:
            where, key, before = self.changes.pop()
            if before is ABSENT:
                del where[key]
            else:
                where[key] = before


class Inbox:
    """All events so far."""

    def __init__(self):
        self.state = State()
        self.waits_for = None  # the patience; a setting, so no part of the state
        self.seen = {}  # ids that were applied or are held
        self.streams = {}
        self.arrivals = {}  # 0, 1, 2 ... -> (at, object, number) of what had to wait, oldest first
        self.counts = {"applied": 0, "looked at": 0}
        self.saved = 0

    def event(self, name, thing, number, change, at=0):
        stream = self.stream(thing)
        if name in self.seen:
            return []
        if number in stream["names"]:
            return {"conflict": stream["names"][number]}
        if number < stream["next"]:
            return "late"
        self.seen[name] = True
        self.state.put(stream["names"], number, name)
        self.state.put(stream["held"], number, change)
        applied = self.release(stream)
        if not applied:
            self.state.put(self.arrivals, len(self.arrivals), (at, thing, number))
        return applied

    def total(self, thing):
        return self.stream(thing)["total"]

    def missing(self, thing):
        """Return the ranges of numbers that are absent in front of what is held."""
        stream = self.stream(thing)
        ranges, expected = [], stream["next"]
        for number in sorted(stream["held"]):
            if number > expected:
                ranges.append([expected, number - 1])
            expected = number + 1
        return ranges

    def patience(self, milliseconds):
        self.waits_for = milliseconds
        return "ok"

    def tick(self, now):
        """Give up the gaps in front of all that has waited long enough; only the oldest arrivals can have."""
        applied = []
        while self.waits_for is not None and self.counts["looked at"] < len(self.arrivals):
            at, thing, number = self.arrivals[self.counts["looked at"]]
            if at + self.waits_for > now:
                break
            self.state.put(self.counts, "looked at", self.counts["looked at"] + 1)
            stream = self.stream(thing)
            if number in stream["held"]:
                applied += self.give_up_gaps(stream, number)
        return applied

    def save(self):
        self.state.save()
        self.saved = self.counts["applied"]
        return self.saved

    def crash(self):
        lost = self.counts["applied"] - self.saved
        self.state.go_back()
        return lost

    def stream(self, thing):
        return self.streams.setdefault(thing, {"next": 1, "total": 0, "names": {}, "held": {}})

    def give_up_gaps(self, stream, upto):
        applied = []
        for number in sorted(stream["held"]):
            if number <= upto:
                applied.append(self.apply(stream, number))
        return applied + self.release(stream)

    def release(self, stream):
        """Apply what is held for as long as the next number is there, and return the ids."""
        applied = []
        while stream["next"] in stream["held"]:
            applied.append(self.apply(stream, stream["next"]))
        return applied

    def apply(self, stream, number):
        change = self.state.take(stream["held"], number)
        self.state.put(stream, "total", stream["total"] + change)
        self.state.put(stream, "next", number + 1)
        self.state.put(self.counts, "applied", self.counts["applied"] + 1)
        return stream["names"][number]
