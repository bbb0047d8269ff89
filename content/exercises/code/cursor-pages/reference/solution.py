"""Pages of a list that keeps changing: a cursor names a place in the order, never a row and never a count."""

import re
from bisect import bisect_left, bisect_right, insort

CURSOR = re.compile(r"([0-9]+)\.([0-9]+)(?:\.([a-z]+))?")
MOST = 100


def run(operations):
    """Return the reply to each operation, in order."""
    rows = Rows()
    return [rows.reply(*operation) for operation in operations]


class Rows:
    """The rows, and for each list that can be asked for its places, oldest first: `None` is the list of all rows."""

    def __init__(self):
        self.rows = {}  # id -> (created, owner)
        self.lists = {None: []}  # owner -> sorted (created, id)

    def reply(self, verb, *details):
        if verb == "add":
            return self.add(*details)
        if verb == "delete":
            return self.delete(*details)
        return self.page(verb, *details)

    def add(self, row, created, owner=None):
        if row in self.rows:
            return {"error": "exists"}
        self.rows[row] = (created, owner)
        for name in {None, owner}:
            insort(self.lists.setdefault(name, []), (created, row))
        return "ok"

    def delete(self, row):
        if row not in self.rows:
            return {"error": "missing"}
        created, owner = self.rows.pop(row)
        for name in {None, owner}:
            places = self.lists[name]
            del places[bisect_left(places, (created, row))]
        return "ok"

    def page(self, verb, limit, cursor, owner=None):
        if not 1 <= limit <= MOST:
            return {"error": "limit"}
        place = None if cursor is None else read_cursor(cursor, owner)
        if cursor is not None and place is None:
            return {"error": "cursor"}
        places = self.lists.get(owner, [])
        return older(places, limit, place, owner) if verb == "page" else newer(places, limit, place, owner)


def older(places, limit, place, owner):
    """Return the page that follows `place`, newest first; without a place it begins with the newest row."""
    end = len(places) if place is None else bisect_left(places, place)
    start = max(0, end - limit)
    page = places[start:end][::-1]
    return {"items": [row for _, row in page], "next": write_cursor(page[-1], owner) if start > 0 else None}


def newer(places, limit, place, owner):
    """Return the page in front of `place`, newest first; without a place it ends with the oldest row."""
    start = 0 if place is None else bisect_right(places, place)
    end = start + limit
    page = places[start:end][::-1]
    return {"items": [row for _, row in page], "previous": write_cursor(page[0], owner) if end < len(places) else None}


def write_cursor(place, owner):
    created, row = place
    return f"{created}.{row}" if owner is None else f"{created}.{row}.{owner}"


def read_cursor(cursor, owner):
    """Return the place that a cursor of this owner's list names, or None when it is not one."""
    match = CURSOR.fullmatch(cursor)
    if match is None or match[3] != owner:
        return None
    return int(match[1]), int(match[2])
