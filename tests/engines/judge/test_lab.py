"""The lab's door, and the command that stands before it."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from greenroom.codec.cases import read_cases
from greenroom.core.case import Checker, Comparison
from greenroom.core.cases import Cases
from greenroom.core.verdict import Verdict
from greenroom.engines.judge import Lab

from .given import TWICE, judged

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/authoring/cases.md").read_text()
HONEST = "def solve(n): return n * 2 + 1\n"
ENDS_WRONG = "def solve(n): return 7\n"


def test_results_come_one_by_one(lab: Lab) -> None:
    running = lab.judge(TWICE, {"solution.py": ENDS_WRONG.encode()})
    assert next(running).verdict is Verdict.ACCEPTED
    assert next(running).verdict is Verdict.WRONG_ANSWER


def test_it_takes_exactly_one_file_of_a_known_kind(lab: Lab) -> None:
    for files in ({}, {"a.py": b"", "b.py": b""}, {"a.rb": b""}):
        with pytest.raises(ValueError, match="file"):
            list(lab.judge(TWICE, files))


def test_it_comes_back_after_its_sandbox_was_killed() -> None:
    with Lab() as own:
        if missing := own.missing():
            pytest.skip(missing)
        assert own._server is not None
        own._server._process.send_signal(signal.SIGKILL)
        own._server._process.wait()
        assert [result.verdict for result in judged(own, TWICE, HONEST)] == [Verdict.ACCEPTED] * 2


def test_a_compile_error_is_told_once_with_its_place(lab: Lab) -> None:
    (result,) = judged(lab, TWICE, "def solve(n):\n    return (\n")
    assert result.message.startswith("solution.py:2:")


def test_the_example_on_the_page_is_true(lab: Lab) -> None:
    written = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert written is not None
    exercise = read_cases(written.group(1))
    code = "def charge(items): return sum(item['price'] * item['count'] for item in items)"
    assert [result.verdict for result in judged(lab, exercise, code)] == [Verdict.ACCEPTED] * 2


def test_the_page_names_every_field_checker_and_verdict() -> None:
    fields = {*Cases.__dataclass_fields__, *TWICE.cases[0].__dataclass_fields__, *Checker.__dataclass_fields__}
    fields |= {*TWICE.limits.__dataclass_fields__, *Comparison}
    assert [field for field in sorted(fields - {"kind"}) if f"`{field}`" not in PAGE] == []
    plain = " ".join(PAGE.split())
    assert [verdict.value for verdict in Verdict if f"*{verdict.value}*" not in plain] == []


def test_the_command_prints_one_document_and_the_way_to_repeat_a_case(lab: Lab, tmp_path: Path) -> None:
    cases = [{"id": "three", "args": [3], "returns": 7}, {"id": "five", "args": [5], "returns": 11}]
    (tmp_path / "cases.json").write_text(json.dumps({"version": 1, "function": "solve", "cases": cases}))
    (tmp_path / "a.py").write_text(ENDS_WRONG)
    done = _command(tmp_path, "a.py", "--cases", "cases.json", "--json")
    document = json.loads(done.stdout)
    assert (done.returncode, document["verdict"], document["sandbox"]) == (1, "wrong answer", "full")
    assert [case["again"] for case in document["cases"]] == ["", "greenroom judge a.py --cases cases.json --case five"]
    again = _command(tmp_path, *document["cases"][1]["again"].split()[2:])
    assert "expected 11, got 7" in again.stdout
    assert "three" not in again.stdout


def test_the_command_lets_no_program_steer_the_terminal(lab: Lab, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print(chr(27) + ']0;owned' + chr(7))\n")
    (tmp_path / "cases.json").write_text('{"version": 1, "cases": [{"id": "one", "output": "x"}]}')
    assert "\\x1b]0;owned\\x07" in _command(tmp_path, "a.py", "--cases", "cases.json").stdout


def test_the_command_says_what_is_wrong_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(HONEST)
    (tmp_path / "cases.json").write_text('{"version": 1, "cases": []}')
    assert "at least one" in _command(tmp_path, "a.py", "--cases", "cases.json").stderr
    missing = _command(tmp_path, "b.py", "--cases", "cases.json")
    assert (missing.returncode, missing.stderr) == (3, "There is no file b.py.\n")


def _command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    about = os.environ | {"PYTHONPATH": str(ROOT / "src"), "GREENROOM_HOME": str(folder / "home")}
    return subprocess.run(
        [sys.executable, "-m", "greenroom", "judge", *words],
        cwd=folder, env=about, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
