"""Feature flags: for whom is a flag on? By rules, by shares of the people, and by other flags."""

MODULUS = 2147483647
MULTIPLIER = 48271
BUCKETS = 10000


def run(flags, people, checks):
    """Return true or false for each check, or an error for a flag or a person that is unknown."""
    decisions = Decisions(flags, people)
    return [decisions.reply(flag, person) for flag, person in checks]


class Decisions:
    """What was decided so far, so that no flag is worked out twice for one person."""

    def __init__(self, flags, people):
        self.flags = flags
        self.people = people
        self.known = {}  # (flag, person) -> on; False while it is being worked out

    def reply(self, flag, person):
        if flag not in self.flags:
            return {"error": "unknown flag"}
        if person not in self.people:
            return {"error": "unknown person"}
        return self.is_on(flag, person)

    def is_on(self, flag, person):
        if (flag, person) not in self.known:
            self.known[flag, person] = False  # a flag that comes back to itself through its needs is off
            self.known[flag, person] = self.work_out(flag, person)
        return self.known[flag, person]

    def work_out(self, name, person):
        flag = self.flags.get(name)
        if flag is None or not flag["on"]:
            return False
        if not all(self.is_on(other, person) for other in flag.get("needs", [])):
            return False
        for rule in flag.get("rules", []):
            if applies(rule, self.people[person]) and in_share(rule, person):
                return rule["give"]
        return flag["default"]


def applies(rule, person):
    """Say whether a person meets all conditions of a rule; one about an attribute that they lack is not met."""
    return all(name in person and holds(condition, person[name]) for name, condition in rule["if"].items())


def holds(condition, value):
    if isinstance(condition, list):
        return value in condition
    if not isinstance(value, int):
        return False
    return condition.get("at_least", value) <= value and ("below" not in condition or value < condition["below"])


def in_share(rule, person):
    return "share" not in rule or bucket(person) < rule["share"]


def bucket(text):
    """Return a number from 0 to 9999 that is always the same for a text."""
    mixed = 0
    for character in text:
        mixed = (mixed + ord(character)) * MULTIPLIER % MODULUS
    return mixed % BUCKETS
