"""How long the judge takes, as ratios against a bare interpreter start in the same run.

    python bench/judge.py

One case: contenders take turns, median of RUNS. Throughput: submissions of 20 trivial cases, WORKERS at a time.
Bubblewrap is measured beside them where it is installed. Returns 1 when a goal of the project is missed.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from greenroom.core.case import Case  # noqa: E402
from greenroom.core.cases import Cases  # noqa: E402
from greenroom.core.verdict import Verdict  # noqa: E402
from greenroom.engines.judge import Lab  # noqa: E402

RUNS, WORKERS, CASES, SUBMISSIONS = 40, 2, 20, 8
GOAL_CASE = {"python": 0.8, "node": 0.6}
GOAL_THROUGHPUT = {"python": 3.0, "node": 1.0}
GOAL_FORKED = 3.0  # of Node.js, where it can be forked
GOAL_OVERHEAD_MS, GOAL_COLD_S = 8.0, 2.0
CODE = {"python": "def solve(n):\n    return n + 1\n", "node": "const solve = (n) => n + 1;\n"}
BARE = {
    "python": "import sys, json\ndef solve(n):\n    return n + 1\nprint(json.dumps(solve(int(sys.argv[1]))))",
    "node": "const solve = (n) => n + 1; console.log(JSON.stringify(solve(Number(process.argv[1]))))",
}
FILE = {"python": "solution.py", "node": "solution.js"}
EXERCISE = Cases(
    function="solve", cases=tuple(Case(id=str(number), args=(number,), returns=number + 1) for number in range(CASES))
)


def main() -> int:
    """Print the figures; return 0 when the goals are met, 1 otherwise."""
    began = time.perf_counter()
    with Lab() as lab:
        cold = time.perf_counter() - began
        if missing := lab.missing():
            print(missing)
            return 1
        print(lab.standing.said())
        print(f"cold start with self-test {cold:.2f} s (goal {GOAL_COLD_S:g})")
        here = [language for language, found in lab.languages().items() if found]
        met = [cold <= GOAL_COLD_S] + [figure(lab, language) for language in here for figure in (_one_case, _many)]
    return 0 if all(met) else 1


def _one_case(lab: Lab, language: str) -> bool:
    """Time single warm cases of one submission against bare starts, taking turns."""
    times: dict[str, list[float]] = {}
    contenders = _bare(language)
    results = []
    cases = Cases(function="solve", cases=EXERCISE.cases * (RUNS // CASES + 1))
    running = lab.judge(cases, {FILE[language]: CODE[language].encode()})
    next(running)
    for _ in range(RUNS):
        for name, act in contenders.items():
            _timed(times.setdefault(name, []), act)
        _timed(times.setdefault("judge", []), lambda: results.append(next(running)))
    running.close()
    assert all(result.verdict is Verdict.ACCEPTED for result in results)
    bare = median(times["bare"])
    for name, seen in times.items():
        print(f"{language} one case, {name}: {median(seen) * 1000:.1f} ms, {median(seen) / bare:.2f} x bare")
    own = [taken - result.usage.cpu_s for taken, result in zip(times["judge"], results, strict=True)]
    print(f"{language} beyond the case's own processor time: {median(own) * 1000:.1f} ms (goal {GOAL_OVERHEAD_MS:g})")
    return median(times["judge"]) / bare <= GOAL_CASE[language] and median(own) * 1000 <= GOAL_OVERHEAD_MS


def _many(lab: Lab, language: str) -> bool:
    """Submissions of 20 cases a second, against as many bare starts."""

    def submission(_: int) -> None:
        results = list(lab.judge(EXERCISE, {FILE[language]: CODE[language].encode()}))
        assert len(results) == CASES
        assert all(result.verdict is Verdict.ACCEPTED for result in results)

    def bare(_: int) -> None:
        for _case in range(CASES):
            _bare(language)["bare"]()

    judge, plain = _rate(submission), _rate(bare)
    goal = GOAL_FORKED if language == "node" and lab.forks() else GOAL_THROUGHPUT[language]
    print(
        f"{language} submissions of {CASES} cases a second: judge {judge:.1f}, bare {plain:.1f}, {judge / plain:.1f} x"
        f" (goal {goal:g})"
    )
    return judge / plain >= goal


def _rate(act: Callable[[int], None]) -> float:
    began = time.perf_counter()
    with ThreadPoolExecutor(WORKERS) as workers:
        list(workers.map(act, range(SUBMISSIONS)))
    return SUBMISSIONS / (time.perf_counter() - began)


def _bare(language: str) -> dict[str, Callable[[], None]]:
    """Return what is compared: a bare interpreter, and the same in bubblewrap where that is installed."""
    interpreter = sys.executable if language == "python" else shutil.which("node") or "node"
    words = [os.path.realpath(interpreter), "-c" if language == "python" else "-e", BARE[language], "1"]
    found: dict[str, Callable[[], None]] = {"bare": lambda: _run(words)}
    if language == "python":
        found["bare, -I -S -B"] = lambda: _run([words[0], "-I", "-S", "-B", *words[1:]])
    if wrap := shutil.which("bwrap"):
        found["bubblewrap"] = lambda: _run([wrap, "--unshare-all", "--ro-bind", "/", "/", "--die-with-parent", *words])
    return found


def _run(words: list[str]) -> None:
    # A bare start is one without what a machine adds: NODE_EXTRA_CA_CERTS, for one, doubles that of Node.js.
    bare = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    done = subprocess.run(words, capture_output=True, check=True, env=bare)
    assert json.loads(done.stdout) == 2


def _timed(into: list[float], act: Callable[[], None]) -> None:
    began = time.perf_counter()
    act()
    into.append(time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main())
