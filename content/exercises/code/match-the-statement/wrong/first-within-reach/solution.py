"""Match a bank statement with our own records: by reference, by batch, and by amount and day."""

import re
from collections import defaultdict, deque
from math import inf

LATE_AFTER = 3  # days


def match(records, lines, explain=False):
    """Return what matched and what stays open, with reasons for the latter if ``explain``."""
    desk = Desk(records, lines)
    desk.match_references()
    desk.match_batches()
    desk.match_days()
    reply = desk.reply()
    if explain:
        reply["reasons"] = reasons(desk.open_lines(), desk.open_records(), desk)
    return reply


class Desk:
    """Records and lines with what was matched so far; the rest is open, or free."""

    def __init__(self, records, lines):
        self.records, self.lines = records, lines
        self.matches = {}  # id of the line -> its entry in the reply
        self.taken = set()  # ids of the matched records

    def match_references(self):
        free = defaultdict(deque)
        for record in self.records:
            free[identity(record)].append(record)
        for line in self.lines:
            found = free[identity(line)]
            if key(line) and found:
                self.take(line, [found.popleft()], "ref")

    def match_batches(self):
        batches = grouped(self.open_records(), "batch")
        for line in self.open_lines():
            batch = self.free(batches[key(line)])
            if batch and one_currency([line, *batch]) and total(batch) == line["amount"]:
                self.take(line, batch, "batch")

    def match_days(self):
        on_lines = {key(line) for line in self.lines} - {""}
        on_records = {key(record, field) for record in self.records for field in ("ref", "batch")} - {""}
        free = defaultdict(deque)
        for record in self.open_records():
            if key(record) not in on_lines and not key(record, "batch"):
                free[sum_of(record)].append(record)
        for line in self.open_lines():
            near = [record for record in free[sum_of(line)] if abs(record["day"] - line["day"]) <= 3]
            if near and key(line) not in on_records:
                self.take(line, [near[0]], "day")
                free[sum_of(line)].remove(near[0])

    def take(self, line, records, by):
        ids = [record["id"] for record in records]
        self.matches[line["id"]] = {"line": line["id"], "records": ids, "by": by}
        self.taken.update(ids)

    def free(self, records):
        return [record for record in records if record["id"] not in self.taken]

    def open_records(self):
        return self.free(self.records)

    def open_lines(self):
        return [line for line in self.lines if line["id"] not in self.matches]

    def reply(self):
        return {
            "matched": [self.matches[line["id"]] for line in self.lines if line["id"] in self.matches],
            "open_lines": [line["id"] for line in self.open_lines()],
            "open_records": [record["id"] for record in self.open_records()],
        }


def reasons(lines, records, desk):
    """Say of each open line and record why it is open: the first reason that holds."""
    settled = {
        identity(line) for line in desk.lines if line["id"] in desk.matches and desk.matches[line["id"]]["by"] != "day"
    }
    last_day = max((line["day"] for line in desk.lines), default=-inf)
    by_ref, by_batch, lines_by_ref = grouped(records, "ref"), grouped(records, "batch"), grouped(lines, "ref")

    def of_line(line):
        if identity(line) in settled:
            return {"why": "duplicate"}
        batch = by_batch[key(line)]
        if by_ref[key(line)]:
            return difference(line, by_ref[key(line)], 1)
        if batch:
            return {"why": "batch_differs", "by": line["amount"] - total(batch)}
        return {"why": "unknown"}

    def of_record(record):
        if lines_by_ref[key(record)]:
            return difference(record, lines_by_ref[key(record)], -1)
        if lines_by_ref[key(record, "batch")]:
            return {"why": "batch_differs"}
        pending = record["day"] + LATE_AFTER >= last_day
        return {"why": "pending" if pending else "missing"}

    return [{"id": line["id"], **of_line(line)} for line in lines] + [
        {"id": record["id"], **of_record(record)} for record in records
    ]


def difference(entry, others, direction):
    """Compare an entry with those of the other side that carry its reference."""
    same_currency = [other for other in others if one_currency([entry, other])]
    if not same_currency:
        return {"why": "currency_differs"}
    return {"why": "amount_differs", "by": direction * (entry["amount"] - same_currency[0]["amount"])}


def key(entry, field="ref"):
    """Return a reference in the form in which references are compared; empty ones agree with nothing."""
    return re.sub("[^A-Z0-9]", "", entry.get(field, "").upper())


def identity(entry):
    return key(entry), sum_of(entry)


def sum_of(entry):
    return entry["amount"], entry["currency"]


def grouped(entries, field):
    """Return the entries by their reference in ``field``, without those that have none."""
    groups = defaultdict(list)
    for entry in entries:
        if key(entry, field):
            groups[key(entry, field)].append(entry)
    return groups


def total(entries):
    return sum(entry["amount"] for entry in entries)


def one_currency(entries):
    return len({entry["currency"] for entry in entries}) == 1
