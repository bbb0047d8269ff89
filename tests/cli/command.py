"""Runs the real command in a process of its own, with a home and an environment that hold nothing else."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import STRONG

ROOT = Path(__file__).resolve().parents[2]
ANSWER = STRONG  # a good answer that stands nowhere in the library
QUESTION = "complex-technical-problem"


@dataclass(frozen=True)
class Said:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


def clean(home: Path, **more: str) -> dict[str, str]:
    """Return an environment with a path, an empty home and nothing else of the person who runs the tests."""
    return {"PATH": os.environ["PATH"], "HOME": str(home.parent), "GREENROOM_HOME": str(home), **more}


def greenroom(home: Path, *words: str, given: str = "", **more: str) -> Said:
    """Run ``greenroom WORDS`` with ``given`` as standard input and ``more`` in the environment."""
    command = [sys.executable, "-P", "-m", "greenroom", *words]
    done = subprocess.run(command, input=given.encode(), capture_output=True, env=clean(home, **more), timeout=120)
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())
