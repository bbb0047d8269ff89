"""Honest programs: what candidates really write has to run as it does anywhere else."""

import pytest

from greenroom.core.case import Case, Checker, Comparison
from greenroom.core.verdict import Verdict
from greenroom.engines.judge import Lab

from .given import TWICE, calling, judged, program

PROGRAMS = {
    "plain": "def solve(n): return n * 2 + 1",
    "class": "class Solver:\n    def of(self, n): return n * 2 + 1\nsolve = Solver().of",
    "asyncio": "import asyncio\nasync def work(n):\n    await asyncio.sleep(0)\n    return n * 2 + 1\n"
    "def solve(n): return asyncio.run(work(n))",
    "threads": "from concurrent.futures import ThreadPoolExecutor\n"
    "def solve(n):\n    with ThreadPoolExecutor(4) as pool: return sum(pool.map(lambda x: x, [n, n, 1]))",
    "sqlite": "import sqlite3\n"
    "def solve(n): return sqlite3.connect(':memory:').execute('select ?*2+1', (n,)).fetchone()[0]",
    "money": "from decimal import Decimal\ndef solve(n): return int(Decimal(n) * 2 + 1)",
    "signature": "import hmac, hashlib\ndef solve(n):\n"
    "    return n * 2 + (len(hmac.new(b'k', b'm', hashlib.sha256).hexdigest()) == 64)",
    "zones": "from datetime import datetime\nfrom zoneinfo import ZoneInfo\n"
    "def solve(n): return n * 2 + (datetime(2024, 7, 1, tzinfo=ZoneInfo('Europe/Berlin')).utcoffset().seconds == 7200)",
    "scratch_file": "import tempfile\ndef solve(n):\n    with tempfile.TemporaryFile() as f:\n"
    "        f.write(b'x' * n); f.seek(0); return len(f.read()) * 2 + 1",
    "copied_file": "import shutil\ndef solve(n):\n    open('/tmp/a', 'w').write('x' * n)\n"
    "    shutil.copy2('/tmp/a', '/tmp/b')\n    return len(open('/tmp/b').read()) * 2 + 1",
    "recursion": "import sys\nsys.setrecursionlimit(20000)\ndef down(k): return 0 if k == 0 else down(k - 1)\n"
    "def solve(n): return n * 2 + 1 + down(15000)",
    "dataclasses": "from dataclasses import dataclass\n@dataclass(slots=True)\nclass P:\n    n: int\n"
    "def solve(n): return P(n).n * 2 + 1",
    "late_import": "def solve(n):\n    import graphlib, tomllib, ipaddress\n    return n * 2 + 1",
    "tests_of_its_own": "import unittest\nclass T(unittest.TestCase):\n"
    "    def test_it(self): self.assertEqual(solve(1), 3)\n"
    "def solve(n): return n * 2 + 1",
    "noise": "print('loading')\ndef solve(n):\n    print('n is', n)\n    return n * 2 + 1",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_accepts(lab: Lab, name: str) -> None:
    results = judged(lab, TWICE, PROGRAMS[name])
    assert [result.verdict for result in results] == [Verdict.ACCEPTED] * 2, results[0]


def test_a_program_reads_and_prints(lab: Lab) -> None:
    code = "import sys\nfor line in sys.stdin: print(int(line) * 2)\n"
    (result,) = judged(lab, program("1\n2\n", "2\n4\n"), code)
    assert result.verdict is Verdict.ACCEPTED, result


def test_a_program_may_end_with_exit_and_its_last_words_count(lab: Lab) -> None:
    code = "import atexit, sys\natexit.register(print, 'bye')\nprint(input())\nsys.exit()\n"
    (result,) = judged(lab, program("hello", "hello\nbye\n"), code)
    assert result.verdict is Verdict.ACCEPTED, result


def test_a_program_in_node_reads_and_prints(node: Lab) -> None:
    code = "for (const l of require('fs').readFileSync(0, 'utf8').trim().split('\\n')) console.log(l * 2);"
    (result,) = judged(node, program("1\n2\n", "2\n4\n"), code, "solution.js")
    assert result.verdict is Verdict.ACCEPTED, result


def test_a_failing_case_shows_why(lab: Lab) -> None:
    code = """
import sys
def solve(rows):
    print("seen")
    print("odd", file=sys.stderr)
    rows[1]["sum"] = 6
    return rows
"""
    rows = [{"sum": 1}, {"sum": 5}]
    exercise = calling(Case(id="sums", args=(rows,), returns=rows))
    (result,) = judged(lab, exercise, code)
    assert result.verdict is Verdict.WRONG_ANSWER
    assert result.difference == "at [1].sum: expected 5, got 6"
    assert (result.stdout, result.stderr) == ("seen\n", "odd\n")
    assert result.input == '[[{"sum": 1}, {"sum": 5}]]'


def test_an_exception_shows_the_candidate_s_line_and_no_frame_of_ours(lab: Lab) -> None:
    result, _ = judged(lab, TWICE, "def solve(n):\n    return 1 / 0  # here\n")
    assert result.verdict is Verdict.RUNTIME_ERROR
    assert "return 1 / 0  # here" in result.stderr
    assert "level2" not in result.stderr


def test_it_tells_what_was_used(lab: Lab) -> None:
    result, _ = judged(lab, TWICE, "held = bytearray(30 << 20)\ndef solve(n): return n * 2 + 1")
    assert result.usage.memory_kb > 30 << 10
    assert 0 < result.usage.cpu_s <= result.usage.wall_s * 2


def test_cases_do_not_share_what_a_module_remembers(lab: Lab) -> None:
    results = judged(lab, TWICE, "seen = []\ndef solve(n):\n    seen.append(n)\n    return n * 2 + len(seen)")
    assert [result.verdict for result in results] == [Verdict.ACCEPTED] * 2


def test_floats_are_close_enough(lab: Lab) -> None:
    exercise = calling(Case(id="thirds", args=(), returns=0.3), checker=Checker(kind=Comparison.FLOATS))
    (result,) = judged(lab, exercise, "def solve(): return 0.1 + 0.2")
    assert result.verdict is Verdict.ACCEPTED


def test_the_same_submission_gets_the_same_verdict(lab: Lab) -> None:
    code = "import random\ndef solve(n): return n * 2 + 1 if list({'a', 'b', 'c'})[0] and random.random() >= 0 else 0"
    assert {r.verdict for _ in range(5) for r in judged(lab, TWICE, code)} == {Verdict.ACCEPTED}
