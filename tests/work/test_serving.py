"""The server owns the worker: it comes with the first page, goes with the server, and finds what was left."""

import signal
from pathlib import Path

import pytest

from tests.cli.test_serve import free_port, get, server
from tests.journeys.terminal import tally

from .house import House, gone, within


@pytest.fixture
def house(tmp_path, monkeypatch):
    made = House(tmp_path)
    monkeypatch.setenv("GREENROOM_CONTENT", made.env["GREENROOM_CONTENT"])
    return made


def workers(process):
    """Return the workers of the serving process, whichever thread of it has started them."""
    threads = Path(f"/proc/{process.pid}/task").glob("*/children")
    return [int(pid) for file in threads for pid in file.read_text().split()]


def test_the_worker_comes_with_the_first_page_and_goes_with_the_server(house):
    port = free_port()
    with server(house.home, port) as (process, link):
        assert workers(process) == []
        assert get(port, link).status == 302
        assert within(20, lambda: len(workers(process)) == 1)
        house.submit(tally.SOLVED["python"], 3, "visible")
        house.until_done()
        (worker,) = workers(process)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)
    assert gone(worker)


def test_a_server_that_was_killed_leaves_nothing_undone(house):
    port = free_port()
    with server(house.home, port) as (process, link):
        get(port, link)
        assert within(20, lambda: len(workers(process)) == 1)
        (worker,) = workers(process)
        house.submit(tally.SOLVED["python"], 30, "visible")
        assert within(60, lambda: house.states().count("done") >= 2)
        process.kill()
        process.wait()
    assert within(20, lambda: gone(worker))
    with server(house.home, port) as (_, link):
        get(port, link)
        house.until_done()
    assert house.ask("select distinct verdict from records_submission") == [("accepted",)]
    assert house.ask("select distinct count(*) from records_caserow group by submission_id") == [(2,)]
