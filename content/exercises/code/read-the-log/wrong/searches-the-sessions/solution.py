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
    names, durations = [], []
    for _, method, path, _, duration, _ in requests:
        name = f"{method} {route(path)}"
        if name not in names:
            names.append(name)
            durations.append([])
        durations[names.index(name)].append(duration)
    rows = [[name, len(of_it), nearest_rank(of_it, percentile)] for name, of_it in zip(names, durations, strict=True)]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def route(path):
    """Return the path without its query, with `:id` for each segment that is a number."""
    segments = path.split("?")[0].split("/")
    return "/".join(":id" if re.fullmatch("[0-9]+", segment) else segment for segment in segments)


def nearest_rank(values, percentile):
    rank = -(-percentile * len(values) // 100)  # rounded up
    return sorted(values)[rank - 1]


def sessions(requests, gap):
    """Return [client, first, last, requests] for each session, in order of beginning."""
    found = []
    for time, _, _, _, _, client in sorted(requests):
        for session in found:
            if session[0] == client and time - session[2] <= gap:
                session[2] = time
                session[3] += 1
                break
        else:
            found.append([client, time, time, 1])
    return sorted(found, key=lambda session: (session[1], session[0]))
