# concerns: errors
def diff(old, new, path=()):
    changes = []
    if isinstance(old, dict) and isinstance(new, dict):
        for name in sorted(old.keys() | new.keys()):
            if name not in new:
                changes.append(["removed", list(path + (name,)), old[name]])
            elif name not in old:
                changes.append(["added", list(path + (name,)), new[name]])
            else:
                changes.extend(diff(old[name], new[name], path + (name,)))
    elif isinstance(old, list) and isinstance(new, list):
        for i in range(max(len(old), len(new))):
            if i >= len(new):
                changes.append(["removed", list(path + (i,)), old[i]])
            elif i >= len(old):
                changes.append(["added", list(path + (i,)), new[i]])
            else:
                changes.extend(diff(old[i], new[i], path + (i,)))
    elif old != new or type(old) is not type(new):
        changes.append(["changed", list(path), old, new])
    return changes


def run(old, new):
    return diff(old, new)
