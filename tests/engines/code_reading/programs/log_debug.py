# concerns: errors
from collections import Counter, defaultdict


def run(lines):
    by_path = Counter()
    slow = defaultdict(list)
    for line in lines:
        parts = line.split(" ")
        if len(parts) != 4:
            continue
        method, path, status, ms = parts
        by_path[path] += 1
        if int(ms) > 1000:
            print("slow", path, ms)
            slow[path].append(int(ms))
    return {"count": dict(by_path), "slow": {path: max(all) for path, all in slow.items()}}


if __name__ == "__main__":
    print(run(["GET / 200 12"]))
