# concerns: idempotency
from heapq import heappop, heappush


def run(events):
    seen, heap, out, following = set(), [], [], 1
    for id, sequence, body in events:
        if id in seen:
            continue
        seen.add(id)
        heappush(heap, (sequence, str(body)))
        while heap and heap[0][0] == following:
            out.append(heappop(heap)[1])
            following += 1
    return out
