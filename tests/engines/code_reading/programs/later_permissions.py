# concerns: errors
from functools import lru_cache


def run(groups, rules, asks):
    @lru_cache(maxsize=None)
    def members(group):
        result = set()
        for m in groups.get(group, []):
            if m in groups:
                result |= members(m)
            else:
                result.add(m)
        return frozenset(result)

    def can(user, action, path):
        best = None
        for rule in rules:
            if rule["action"] != action:
                continue
            if not (path == rule["path"] or path.startswith(rule["path"] + "/")):
                continue
            if user != rule["who"] and user not in members(rule["who"]):
                continue
            if best is None or len(rule["path"]) > len(best["path"]):
                best = rule
            elif len(rule["path"]) == len(best["path"]) and rule["effect"] == "deny":
                best = rule
        return best is not None and best["effect"] == "allow"

    return [can(*ask) for ask in asks]
