"""Is the verdict on growth the same every time? Judges known solutions again and again and counts the verdicts.

    python bench/growth.py [RUNS] [--busy]

RUNS is 50 when it is not given. ``--busy`` keeps one process per processor but one running beside it. Each known
solution is judged in both languages, each time with yardsticks measured anew every tenth run. Returns 1 when any run
differs from what has to come.
"""

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from greenroom.core.verdict import Verdict  # noqa: E402
from greenroom.engines.judge import Lab  # noqa: E402
from tests.engines.judge import test_growth as known  # noqa: E402

EXPECTED = {
    ("reference", "solution.py"): (known.FAST, Verdict.ACCEPTED),
    ("sorts", "solution.py"): (known.SORTED, Verdict.ACCEPTED),
    ("heavy", "solution.py"): (known.HEAVY, Verdict.ACCEPTED),
    ("slow", "solution.py"): (known.SLOW, Verdict.TOO_SLOW_TO_GROW),
    ("reference", "solution.js"): (known.FAST_NODE, Verdict.ACCEPTED),
    ("slow", "solution.js"): (known.SLOW_NODE, Verdict.TOO_SLOW_TO_GROW),
}
EVERY = 10


def main() -> int:
    """Print what was counted; return 0 when every run gave the verdict that has to come."""
    words = [word for word in sys.argv[1:] if word != "--busy"]
    runs = int(words[0]) if words else 50
    busy = [_busy() for _ in range(max(1, (os.cpu_count() or 2) - 1))] if "--busy" in sys.argv else []
    try:
        return _counted(runs)
    finally:
        for one in busy:
            one.kill()


def _counted(runs: int) -> int:
    counts: dict[tuple[str, str], Counter[str]] = {name: Counter() for name in EXPECTED}
    began = time.perf_counter()
    lab = Lab()
    here = {"solution.py": True, "solution.js": lab.languages()["node"]}
    for run in range(runs):
        if run and run % EVERY == 0:
            lab.close()
            lab = Lab()
        for (name, file), (code, _) in EXPECTED.items():
            if here[file]:
                *_, last = lab.run(known.counting(), {file: code.encode()}, 1)
                counts[name, file][last.verdict.value] += 1
    lab.close()
    for (name, file), seen in counts.items():
        print(f"{file} {name}: {dict(seen)} (has to be {EXPECTED[name, file][1].value})")
    print(f"{runs} runs in {time.perf_counter() - began:.0f} s")
    return int(any(set(seen) - {EXPECTED[key][1].value} for key, seen in counts.items()))


def _busy() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", "while True: sum(range(100000))"])


if __name__ == "__main__":
    sys.exit(main())
