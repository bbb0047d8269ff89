"""A home with work in it, for tests that start and kill real processes."""

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

from greenroom.work import Laptop
from tests.cli.command import ROOT, clean
from tests.journeys.terminal import tally

WORKER = [sys.executable, "-P", "-m", "greenroom.site.worker"]
SUBMIT = """
import json, sys
from greenroom.cli import house
candidate = house.enter()
from greenroom.practice import submissions
source, count, scope = sys.argv[1].encode(), int(sys.argv[2]), sys.argv[3]
files = {"solution.py": source}
print(json.dumps([submissions.submit(candidate, "tally", files, scope=scope) for _ in range(count)]))
"""


class House:
    """A home with a library of one exercise, and what its database says."""

    def __init__(self, folder):
        self.home = folder / "home"
        content = folder / "content"
        (content / "competencies").mkdir(parents=True)
        self.env = clean(self.home, GREENROOM_CONTENT=str(tally.build(content)))
        self.rung = []

    def submit(self, source, count=1, scope="all"):
        words = [sys.executable, "-P", "-c", SUBMIT, source, str(count), scope]
        done = subprocess.run(words, env=self.env, capture_output=True, text=True, cwd=ROOT, timeout=120)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def worker(self):
        return Laptop(WORKER, self.env, self.rung.append)

    def ask(self, query):
        with closing(sqlite3.connect(self.home / "greenroom.sqlite3", timeout=30)) as connection:
            return connection.execute(query).fetchall()

    def states(self):
        return [state for (state,) in self.ask("select state from records_submission order by id")]

    def until_done(self, seconds=120):
        end = time.monotonic() + seconds
        while set(self.states()) != {"done"}:
            assert time.monotonic() < end, self.ask("select id, state, attempt, deaths from records_submission")
            time.sleep(0.1)


def gone(pid):
    """True when the process has ended, be it that nobody has waited for it yet."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def within(seconds, happens):
    end = time.monotonic() + seconds
    while not happens() and time.monotonic() < end:
        time.sleep(0.05)
    return happens()
