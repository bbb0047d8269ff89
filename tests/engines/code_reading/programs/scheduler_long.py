# concerns: retry, errors
import heapq


def run(operations):
    jobs = {}
    heap = []
    replies = []
    order = 0
    for operation in operations:
        verb = operation[0]
        if verb == "add":
            name = operation[1]
            priority = operation[2]
            at = operation[3] if len(operation) > 3 else 0
            if name in jobs:
                replies.append({"error": "exists"})
                continue
            jobs[name] = {
                "state": "waiting",
                "priority": priority,
                "failures": 0,
                "at": at,
            }
            heapq.heappush(heap, (at, order, name))
            order += 1
            replies.append("ok")
        elif verb == "next":
            now = operation[1]
            ready = []
            while heap and heap[0][0] <= now:
                at, number, name = heapq.heappop(heap)
                if jobs[name]["state"] == "waiting":
                    ready.append((-jobs[name]["priority"], number, name, at))
            if not ready:
                replies.append(None)
            else:
                ready.sort()
                first = ready.pop(0)
                jobs[first[2]]["state"] = "running"
                replies.append(first[2])
                for _, number, name, at in ready:
                    heapq.heappush(heap, (at, number, name))
        elif verb == "done":
            name = operation[1]
            if name not in jobs or jobs[name]["state"] != "running":
                replies.append({"error": "not running"})
            else:
                jobs[name]["state"] = "done"
                replies.append("ok")
        elif verb == "fail":
            name = operation[1]
            now = operation[2]
            if name not in jobs or jobs[name]["state"] != "running":
                replies.append({"error": "not running"})
            else:
                jobs[name]["failures"] += 1
                if jobs[name]["failures"] == 5:
                    jobs[name]["state"] = "dead"
                    replies.append("dead")
                else:
                    jobs[name]["state"] = "waiting"
                    again = now + 100 * 2 ** (jobs[name]["failures"] - 1)
                    heapq.heappush(heap, (again, order, name))
                    order += 1
                    replies.append(again)
    return replies
