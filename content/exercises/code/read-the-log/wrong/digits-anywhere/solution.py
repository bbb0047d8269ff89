"""Answers from an access log: what is in it, which routes are slow, and who came when."""

import re

LINE = re.compile(r"([0-9]+) ([A-Z]+) (/\S*) ([1-5][0-9][0-9]) ([0-9]+) (\S+)")


def run(lines, question=None):
    """Return the answer to one question about the lines. Times and durations are whole milliseconds."""
    question = question or {"ask": "summary"}
    written = [line for line in lines if line != ""]
    requests = [request for request in map(read, written) if request is not None]
    if question["ask"] == "routes":
        return routes(requests, question["percentile"])
    if question["ask"] == "sessions":
        return sessions(requests, question["gap"])
    return summary(requests, len(written) - len(requests))


def read(line):
    """Return (time, method, path, status, duration, client), or None for a line that is no request."""
    match = LINE.fullmatch(line)
    if match is None:
        return None
    time, method, path, status, duration, client = match.groups()
    return int(time), method, path, int(status), int(duration), client


def summary(requests, bad):
    classes = {}
    for _, _, _, status, _, _ in requests:
        name = f"{status // 100}xx"
        classes[name] = classes.get(name, 0) + 1
    times = [request[0] for request in requests]
    span = [min(times), max(times)] if times else None
    return {"good": len(requests), "bad": bad, "classes": classes, "span": span}


def routes(requests, percentile):
    """Return [route, requests, duration at the percentile] for each route, the slowest first."""
    durations = {}
    for _, method, path, _, duration, _ in requests:
        durations.setdefault(f"{method} {route(path)}", []).append(duration)
    rows = [[name, len(all_of_it), nearest_rank(all_of_it, percentile)] for name, all_of_it in durations.items()]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def route(path):
    """Return the path without its query, with `:id` for each segment that is a number."""
    return re.sub("[0-9]+", ":id", path.split("?")[0])


def nearest_rank(values, percentile):
    rank = -(-percentile * len(values) // 100)  # rounded up
    return sorted(values)[rank - 1]


def sessions(requests, gap):
    """Return [client, first, last, requests] for each session, in order of beginning."""
    visits = sorted((client, time) for time, _, _, _, _, client in requests)
    found = []
    for client, time in visits:
        if found and found[-1][0] == client and time - found[-1][2] <= gap:
            found[-1][2] = time
            found[-1][3] += 1
        else:
            found.append([client, time, time, 1])
    return sorted(found, key=lambda session: (session[1], session[0]))
