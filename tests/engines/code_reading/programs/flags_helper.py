# concerns: errors
def helper(rule, person):
    if rule["op"] == "is":
        return person.get(rule["field"]) == rule["value"]
    if rule["op"] == "in":
        return person.get(rule["field"]) in rule["value"]
    return False


def run(flags, people):
    res1 = []
    for person in people:
        on = [name for name, rules in flags.items() if all(helper(rule, person) for rule in rules)]
        res1.append(sorted(on))
    return res1
