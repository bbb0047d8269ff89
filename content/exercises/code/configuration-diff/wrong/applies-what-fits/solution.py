"""What changed between two configurations, what moved, and the same changes applied elsewhere."""

import copy
import json

MISSING = object()


def run(command, first, second):
    """Answer one command: ``diff`` and ``moves`` of two configurations, ``apply`` of changes to one."""
    if command == "diff":
        return diff([], first, second)
    if command == "moves":
        return with_moves(diff([], first, second))
    return apply(first, second)


def diff(path, old, new):
    """Return the changes between two objects, in the order of their paths."""
    changes = []
    for key in sorted({*old, *new}):
        changes += compare([*path, key], old.get(key, MISSING), new.get(key, MISSING))
    return changes


def compare(path, old, new):
    """Return the changes at one path."""
    if old is MISSING:
        return [{"kind": "added", "path": path, "value": new}]
    if new is MISSING:
        return [{"kind": "removed", "path": path, "value": old}]
    if isinstance(old, dict) and isinstance(new, dict):
        return diff(path, old, new)
    if same(old, new):
        return []
    return [{"kind": "changed", "path": path, "from": old, "to": new}]


def with_moves(changes):
    """Put one move in place of each removal and addition that tell of the same value."""
    removed, added = by_value(changes, "removed"), by_value(changes, "added")
    moved_from, moved_to = set(), {}
    for value, sources in removed.items():
        targets = added.get(value, [])
        if len(sources) == len(targets) == 1:
            moved_from.add(sources[0])
            moved_to[targets[0]] = changes[sources[0]]["path"]
    result = []
    for at, change in enumerate(changes):
        if at in moved_to:
            result.append({"kind": "moved", "from": moved_to[at], "path": change["path"], "value": change["value"]})
        elif at not in moved_from:
            result.append(change)
    return result


def by_value(changes, kind):
    """Map each value worth following to the positions of the changes of one kind that carry it."""
    places = {}
    for at, change in enumerate(changes):
        if change["kind"] == kind and can_move(change["value"]):
            places.setdefault(identity(change["value"]), []).append(at)
    return places


def can_move(value):
    """Tell whether a value says enough to be recognised in another place."""
    return not (value is None or isinstance(value, bool) or value == {} or value == [])


def identity(value):
    """Return a text that two values share if and only if they are equal as JSON; true is not 1."""
    return json.dumps(value, sort_keys=True)


def same(one, other):
    """Compare two JSON values."""
    return identity(one) == identity(other)


def apply(config, changes):
    """Apply all the changes, or none of them and say which ones do not fit."""
    config = copy.deepcopy(config)
    conflicts = []
    for index, change in enumerate(changes):
        reason = conflict(config, change)
        if reason:
            conflicts.append({"index": index, "reason": reason})
        else:
            carry_out(config, change)
    return {"ok": True, "config": config}


def conflict(config, change):
    """Say why a change does not fit, or return None."""
    kind, path = change["kind"], change["path"]
    if kind != "added":
        expected = change["from"] if kind == "changed" else change["value"]
        found = value_at(config, change["from"] if kind == "moved" else path)
        if found is MISSING:
            return "missing"
        if not same(found, expected):
            return "different"
    if kind in ("added", "moved"):
        parent = value_at(config, path[:-1])
        if not isinstance(parent, dict):
            return "no_parent"
        if path[-1] in parent:
            return "taken"
    if kind == "moved" and path[: len(change["from"])] == change["from"]:
        return "inside_itself"
    return None


def carry_out(config, change):
    """Make one change that is known to fit."""
    kind, path = change["kind"], change["path"]
    if kind == "removed":
        del value_at(config, path[:-1])[path[-1]]
        return
    if kind == "moved":
        source = change["from"]
        del value_at(config, source[:-1])[source[-1]]
    value = change["to"] if kind == "changed" else change["value"]
    value_at(config, path[:-1])[path[-1]] = copy.deepcopy(value)


def value_at(config, path):
    """Return the value at a path, or MISSING."""
    for key in path:
        if not isinstance(config, dict) or key not in config:
            return MISSING
        config = config[key]
    return config
