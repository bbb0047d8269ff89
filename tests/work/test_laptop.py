"""A laptop's worker, as a real process on a real home: killed at any time it loses nothing and doubles nothing."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from greenroom.work import Laptop
from greenroom.work.bell import Bell
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


@pytest.fixture
def house(tmp_path):
    return House(tmp_path)


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


def test_what_was_left_unfinished_is_taken_up_and_every_result_is_rung(house):
    (id,) = house.submit(tally.SOLVED["python"])
    worker = house.worker()
    worker.start()
    try:
        house.until_done()
        assert house.ask("select verdict, attempt, deaths from records_submission") == [("accepted", 1, 0)]
        assert house.ask("select count(*) from records_caserow") == [(3,)]
        assert within(10, lambda: house.rung.count(id) >= 4)
    finally:
        worker.close()


def test_a_hundred_queued_at_once_are_all_judged_once(house):
    ids = house.submit(tally.STARTER["python"], 100, "visible")
    worker = house.worker()
    worker.hand_over(ids[-1])
    try:
        house.until_done()
    finally:
        worker.close()
    assert house.ask("select distinct verdict, attempt, deaths from records_submission") == [("wrong answer", 1, 0)]
    per_submission = house.ask("select distinct count(*) from records_caserow group by submission_id")
    assert (len(house.states()), per_submission) == (100, [(2,)])


def test_a_worker_that_is_killed_loses_nothing_and_doubles_nothing(house):
    house.submit(tally.SOLVED["python"], 40, "visible")
    worker = house.worker()
    worker.start()
    killed = set()
    try:
        for done in (1, 12, 24):
            assert within(60, lambda done=done: house.states().count("done") >= done)
            pid = worker.pid()
            os.kill(pid, signal.SIGKILL)
            killed.add(pid)
            assert within(60, lambda pid=pid: worker.pid() not in (None, pid))
        house.until_done()
    finally:
        worker.close()
    assert len(killed) == 3
    assert house.ask("select distinct verdict from records_submission") == [("accepted",)]
    rows = house.ask("select count(*), count(distinct position), count(distinct attempt) from records_caserow"
                     " group by submission_id")  # fmt: skip
    assert rows == [(2, 2, 1)] * 40
    stale = "select count(*) from records_caserow c join records_submission s on s.id = c.submission_id"
    assert house.ask(f"{stale} where c.attempt <> s.attempt") == [(0,)]


def test_a_worker_ends_when_the_serving_process_is_killed(house):
    serving = (
        "import os, sys, time\nfrom greenroom.work import Laptop\n"
        f"laptop = Laptop({WORKER!r}, os.environ, print)\nlaptop.start()\n"
        "while laptop.pid() is None: time.sleep(0.05)\nprint(laptop.pid(), flush=True)\ntime.sleep(300)\n"
    )
    house.submit(tally.SOLVED["python"])
    process = subprocess.Popen([sys.executable, "-P", "-c", serving], env=house.env, stdout=subprocess.PIPE, text=True)
    pid = int(process.stdout.readline())
    house.until_done()
    process.kill()
    process.wait()
    process.stdout.close()
    assert within(20, lambda: gone(pid))


def test_closing_ends_the_worker_and_starts_none_again(house):
    house.submit(tally.STARTER["python"])
    worker = house.worker()
    worker.start()
    house.until_done()
    pid = worker.pid()
    worker.close()
    worker.start()
    assert gone(pid)
    assert worker.pid() is None


def test_a_bell_tells_rings_apart_and_forgets_none_that_is_waited_for():
    bell = Bell()
    seen = bell.count(1)
    bell.ring(2)
    assert not bell.wait(1, seen, 0.01)
    bell.ring(1)
    assert bell.wait(1, seen, 0.01)
    assert bell.count(1) != seen
