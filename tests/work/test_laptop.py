"""A laptop's worker, as a real process on a real home: killed at any time it loses nothing and doubles nothing."""

import os
import signal
import subprocess
import sys

import pytest

from greenroom.work.bell import Bell
from tests.journeys.terminal import tally

from .house import WORKER, House, gone, within


@pytest.fixture
def house(tmp_path):
    return House(tmp_path)


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
