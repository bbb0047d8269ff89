"""Who may read what: groups in groups, folders in folders, and a deny that always wins."""

EVERYONE = "*"


def run(policy, questions):
    """Return one reply for each question."""
    access = Access(policy)
    return [access.reply(question) for question in questions]


class Access:
    """A policy, laid out for questions."""

    def __init__(self, policy):
        self.parents = policy.get("parents", {})
        self.groups_with = groups_by_member(policy.get("groups", {}))
        self.rules_on = rules_by_item(policy["rules"])

    def reply(self, question):
        """Answer yes or no to a pair, and with the rule that decided to an object."""
        if isinstance(question, list):
            who, what = question
            return self.decide(who, what, None)[0]
        allowed, rule = self.decide(question["who"], question["what"], question.get("at"))
        return {"allowed": allowed, "rule": rule}

    def decide(self, who, what, at):
        """Return whether it is allowed, and the index of the rule that decided, or None."""
        names = self.names_of(who)
        allowed_by = None
        for item in self.with_folders(what):
            for index, rule in self.rules_on.get(item, []):
                if rule["who"] not in names or not in_force(rule, at):
                    continue
                if rule["effect"] != "allow":
                    return False, index
                if allowed_by is None:
                    allowed_by = index
        return allowed_by is not None, allowed_by

    def names_of(self, person):
        """Return all the names under which rules may speak of a person."""
        names, waiting = {person, EVERYONE}, [person]
        while waiting:
            for group in self.groups_with.get(waiting.pop(), []):
                if group not in names:
                    names.add(group)
                    waiting.append(group)
        return names

    def with_folders(self, item):
        """Return an item and its folders, nearest first; nothing at all when they run in a circle."""
        chain = {item: None}
        while item in self.parents:
            item = self.parents[item]
            if item in chain:
                return []
            chain[item] = None
        return list(chain)


def groups_by_member(groups):
    """Map each member, a person or a group, to the groups that list it."""
    found = {}
    for group, members in groups.items():
        for member in members:
            found.setdefault(member, []).append(f"@{group}")
    return found


def rules_by_item(rules):
    """Map each item to its rules with their indexes, in their order."""
    found = {}
    for index, rule in enumerate(rules):
        found.setdefault(rule["what"], []).append((index, rule))
    return found


def in_force(rule, at):
    """Tell whether a rule holds at a time; without a time, doubt speaks against reading."""
    if at is None:
        limited = "from" in rule or "until" in rule
        return not limited or rule["effect"] != "allow"
    return rule.get("from", at) <= at and ("until" not in rule or at <= rule["until"])
