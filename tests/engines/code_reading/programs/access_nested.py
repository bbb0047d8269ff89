# concerns: errors
def allowed(user, action, document, groups):
    seen = set()
    stack = [user]
    while stack:
        name = stack.pop()
        if name in seen:
            continue
        seen.add(name)
        rule = document["rules"].get(name)
        if rule == "deny":
            return False
        if rule == action:
            return True
        stack.extend(groups.get(name, ()))
    return False


def run(groups, documents, asks):
    return [allowed(user, action, documents[id], groups) for user, action, id in asks]
