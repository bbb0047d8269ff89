"""Invoice numbers without gaps: drafts, voids, credit notes, closed years and reservations."""

import heapq
from dataclasses import dataclass


def run(operations):
    """Return one reply for each operation, a list of its name and its arguments."""
    book = Book()
    return [getattr(book, name)(*arguments) for name, *arguments in operations]


@dataclass
class Entry:
    """A number that is used for good, and what it is used for."""

    year: int
    text: str
    document: str
    state: str = "issued"
    credits: object = None  # the entry of the invoice, for a credit note


@dataclass
class Hold:
    """A number that somebody reserved, until a second that is no longer part of it."""

    year: int
    number: int
    until: int


class Series:
    """The numbers of one year."""

    def __init__(self):
        self.highest = 0
        self.given_back = []
        self.entries = {}
        self.closed = False

    def take(self):
        """Return the lowest number that is free."""
        if self.given_back:
            return heapq.heappop(self.given_back)
        self.highest += 1
        return self.highest

    def give_back(self, number):
        heapq.heappush(self.given_back, number)


class Book:
    """All documents, numbers and reservations."""

    def __init__(self):
        self.documents = {}
        self.years = {}
        self.entries = {}
        self.clock = 0
        self.holds = {}
        self.ends = []
        self.confirmed = {}

    def draft(self, document):
        if document in self.documents:
            return error("exists")
        self.documents[document] = "draft"
        return {"state": "draft"}

    def issue(self, document, year):
        fault = self.draft_fault(document) or self.year_fault(year)
        return error(fault) if fault else self.enter(year, self.series(year).take(), document)

    def delete(self, document):
        fault = self.draft_fault(document)
        if fault:
            return error(fault)
        del self.documents[document]
        return {"state": "deleted"}

    def void(self, text):
        """Void a number, which stays used; an invoice whose credit note is void is no longer credited."""
        entry = self.entries.get(text)
        if entry is None:
            return error("unknown_number")
        if entry.state == "void":
            return error("already_void")
        if self.series(entry.year).closed:
            return error("year_closed")
        if entry.state == "credited":
            return error("already_credited")
        entry.state = "void"
        self.series(entry.year).give_back(int(entry.text.split("-")[1]))
        if entry.credits:
            entry.credits.state = "issued"
        return {"state": "void"}

    def list(self, year):
        entries = self.series(year).entries
        return [[entries[number].text, entries[number].document, entries[number].state] for number in sorted(entries)]

    def close(self, year):
        """Close a year for good, if nothing is held in it and no number is left out."""
        series = self.series(year)
        if series.closed:
            return error("year_closed")
        held = sum(hold.year == year for hold in self.holds.values())
        if held:
            return {"error": "numbers_held", "count": held}
        last = max(series.entries, default=0)
        gaps = sorted(number for number in series.given_back if number < last)
        if gaps:
            return {"error": "gaps", "numbers": [text_of(year, number) for number in gaps]}
        series.closed = True
        return {"closed": year, "last": text_of(year, last) if last else None}

    def credit(self, text, document, year):
        """Issue a credit note for an issued invoice."""
        entry = self.entries.get(text)
        fault = credit_fault(entry, year) or self.year_fault(year) or ("exists" if document in self.documents else None)
        if fault:
            return error(fault)
        reply = self.enter(year, self.series(year).take(), document)
        note = self.entries[reply["number"]]
        note.state, note.credits, entry.state = "credit", entry, "credited"
        return {**reply, "credits": text}

    def now(self, time):
        """Set the clock, and give back what was reserved for too long."""
        if time < self.clock:
            return error("clock_back")
        self.clock = time
        while self.ends and self.ends[0][0] <= time:
            _, key = heapq.heappop(self.ends)
            if key in self.holds and self.holds[key].until <= time:
                self.let_go(key)
        return {"now": time}

    def reserve(self, key, year, seconds):
        hold = self.holds.get(key)
        if key in self.confirmed or (hold and hold.year != year):
            return error("key_used")
        if self.series(year).closed:
            return error("year_closed")
        if not hold:
            hold = self.holds[key] = Hold(year, self.series(year).take(), self.clock + seconds)
            heapq.heappush(self.ends, (hold.until, key))
        return {"number": text_of(year, hold.number), "until": hold.until}

    def confirm(self, key, document):
        """Issue a draft with a reserved number; the same confirmation again gets the same reply."""
        if key in self.confirmed:
            before, reply = self.confirmed[key]
            return reply if before == document else error("key_used")
        if key not in self.holds:
            return error("no_reservation")
        fault = self.draft_fault(document)
        if fault:
            return error(fault)
        hold = self.holds.pop(key)
        reply = self.enter(hold.year, hold.number, document)
        self.confirmed[key] = (document, reply)
        return reply

    def release(self, key):
        if key not in self.holds:
            return error("no_reservation")
        hold = self.let_go(key)
        return {"released": text_of(hold.year, hold.number)}

    def let_go(self, key):
        hold = self.holds.pop(key)
        self.series(hold.year).give_back(hold.number)
        return hold

    def enter(self, year, number, document):
        """Use a number for a document, for good."""
        text = text_of(year, number)
        entry = Entry(year, text, document)
        self.documents[document] = text
        self.entries[text] = self.series(year).entries[number] = entry
        return {"number": text}

    def series(self, year):
        return self.years.setdefault(year, Series())

    def draft_fault(self, document):
        if document not in self.documents:
            return "unknown_draft"
        return None if self.documents[document] == "draft" else "not_draft"

    def year_fault(self, year):
        return "year_closed" if self.series(year).closed else None


def credit_fault(entry, year):
    """Say why an entry cannot be credited in a year, or return None."""
    if entry is None:
        return "unknown_number"
    if entry.state != "issued":
        return {"void": "already_void", "credited": "already_credited", "credit": "is_credit"}[entry.state]
    return "before_invoice" if year < entry.year else None


def text_of(year, number):
    return f"{year}-{number:04}"


def error(name):
    return {"error": name}
