"""Shifts on a rota: who is booked twice, where people are missing, and who takes what is open."""


def run(plan):
    """Answer what the plan asks: ``clashes``, ``gaps`` or ``assign``. Times are whole minutes, ends not included."""
    if plan["ask"] == "clashes":
        return clashes(plan["shifts"])
    if plan["ask"] == "gaps":
        return gaps(plan["shifts"], plan["need"])
    return assign(plan["open"], plan["people"], plan["rest"])


def clashes(shifts):
    """Return the pairs of shifts in which one person would be in two places, and the shifts without length."""
    pairs = []
    for own in by_person(shifts).values():
        for at, shift in enumerate(own):
            for other in range(at + 1, len(own)):
                if not overlap(span(shift), span(own[other])):
                    break
                pairs.append(sorted([shift["id"], own[other]["id"]]))
    return {"clashes": sorted(pairs), "empty": sorted(shift["id"] for shift in shifts if is_empty(shift))}


def by_person(shifts):
    """Map each person to their shifts that have a length, earliest first."""
    found = {}
    for shift in sorted(shifts, key=span):
        if not is_empty(shift):
            found.setdefault(shift["who"], []).append(shift)
    return found


def is_empty(shift):
    return shift["end"] <= shift["start"]


def span(shift):
    return shift["start"], shift["end"]


def overlap(one, other):
    """Tell whether two spans share a minute; touching is not sharing."""
    return one[0] < other[1] and other[0] < one[1]


def gaps(shifts, need):
    """Return [from, to, missing] for each longest stretch in which too few people are there."""
    steps = steps_of_need(shifts, need)
    found, missing, since = [], 0, None
    for time in sorted(steps):
        if not steps[time]:
            continue
        if missing > 0:
            found.append([since, time, missing])
        missing, since = missing + steps[time], time
    return found


def steps_of_need(shifts, need):
    """Map each time to the change of (people needed - people there) at that time."""
    steps = {}

    def add(start, end, count):
        steps[start] = steps.get(start, 0) + count
        steps[end] = steps.get(end, 0) - count

    for start, end, count in need:
        add(start, end, count)
    for own in by_person(shifts).values():
        for start, end in presences(own):
            add(start, end, -1)
    return steps


def presences(own):
    """Return when one person is there: their shifts, earliest first, with overlapping ones made into one."""
    spans = []
    for shift in own:
        start, end = span(shift)
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def assign(shifts, people, rest):
    """Give each open shift, earliest first, to the person with the fewest minutes who may take it."""
    rota = [Person(person) for person in people]
    assigned, left = [], []
    for shift in sorted(shifts, key=lambda shift: (*span(shift), shift["id"])):
        free = [person for person in rota if person.may_take(shift, rest)]
        if not free:
            left.append(shift["id"])
            continue
        person = min(free, key=lambda person: (person.minutes, person.name))
        person.take(shift)
        assigned.append([shift["id"], person.name])
    return {"assigned": assigned, "left": left, "minutes": {person.name: person.minutes for person in rota}}


class Person:
    """Somebody who can take shifts, with what they have taken so far."""

    def __init__(self, person):
        self.name = person["name"]
        self.minutes = person.get("booked", 0)
        self.most = person.get("most")
        self.off = person.get("off", [])
        self.last_end = None

    def may_take(self, shift, rest):
        """Tell whether a shift that starts no earlier than all those taken fits."""
        rested = self.last_end is None or shift["start"] >= self.last_end + rest
        within = self.most is None or self.minutes + length(shift) <= self.most
        return rested and within and not any(overlap(span(shift), off) for off in self.off)

    def take(self, shift):
        self.minutes += length(shift)
        self.last_end = shift["end"]


def length(shift):
    return shift["end"] - shift["start"]
