"""Change modules: one current form of the data, and small steps to and from every version that was ever published."""

import re

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def run(changes, calls):
    """Return the reply to each call, in order: the data translated, or an error."""
    history = History(changes)
    return [history.reply(*call) for call in calls]


class History:
    """All changes, oldest first."""

    def __init__(self, changes):
        self.changes = sorted(changes, key=lambda change: change["date"])

    def reply(self, verb, version, data):
        if not DATE.fullmatch(version):
            return {"error": "version"}
        try:
            return self.translated(data, version, upgrade if verb == "write" else downgrade)
        except Clash as clash:
            return {"error": "clash", "field": clash.field}

    def translated(self, data, version, direction):
        """Return a copy in which every object, however deep, is translated by the changes of its own kind."""
        if isinstance(data, list):
            return [self.translated(item, version, direction) for item in data]
        if not isinstance(data, dict):
            return data
        copy = {field: self.translated(value, version, direction) for field, value in data.items()}
        return direction(copy, self.changes_after(version, copy.get("kind")))

    def changes_after(self, version, kind):
        """Return the changes that a client of this version has not heard of."""
        return [change for change in self.changes if change["kind"] == kind and change["date"] > version]


class Clash(Exception):
    """A step of an upgrade found its field taken."""

    def __init__(self, field):
        super().__init__(f"the field {field} is there already")
        self.field = field


def downgrade(data, changes):
    """Undo the changes, the newest first, and the last step of each first."""
    for change in reversed(changes):
        for verb, *details in reversed(change["steps"]):
            UNDO[verb](data, *details)
    return data


def upgrade(data, changes):
    for change in changes:
        for verb, *details in change["steps"]:
            REDO[verb](data, *details)
    return data


def move(data, field, to):
    if field in data:
        data[to] = data.pop(field)


def move_to_free_field(data, field, to):
    if field in data and to in data:
        raise Clash(to)
    move(data, field, to)


def add(data, field, value):
    if field in data:
        raise Clash(field)
    data[field] = value


def remove(data, field, _value):
    data.pop(field, None)


def replace(data, field, pairs, seek, give):
    """Give the value of the first pair that has the present one; a value without a pair stays as it is."""
    if field in data:
        data[field] = next((pair[give] for pair in pairs if pair[seek] == data[field]), data[field])


REDO = {
    "rename": move_to_free_field,
    "add": add,
    "remove": remove,
    "map": lambda data, field, pairs: replace(data, field, pairs, seek=0, give=1),
}
UNDO = {
    "rename": lambda data, field, to: move(data, to, field),
    "add": remove,
    "remove": lambda data, field, value: data.update({field: value}),
    "map": lambda data, field, pairs: replace(data, field, pairs, seek=1, give=0),
}
