"""A hosted house: nothing starts where the sandbox is below full, and it starts where it is."""

import os
import subprocess
import sys

import pytest

from greenroom.sandbox import Broken, Level, Server, kernel
from tests.cli.command import ROOT, clean
from tests.cli.test_serve import free_port, get, server
from tests.sandbox.contained import contained

SERVE = [sys.executable, "-P", "-m", "greenroom", "serve", "--no-browser", "--port"]
WORKER = [sys.executable, "-P", "-m", "greenroom.site.worker"]


def run(home, *command, **more):
    env = clean(home, PYTHONPATH=f"{ROOT / 'src'}{os.pathsep}{ROOT}", **more)
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, input="", timeout=120)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def reduced():
    if not kernel.known():
        pytest.skip("there is no level to be reduced on this machine")
    try:
        Server(Level.REDUCED, forking=False).close()
    except Broken as error:
        pytest.skip(f"the reduced level is not offered here: {error}")


def test_serve_refuses_below_full_and_says_what_is_missing_and_the_mend(reduced, home):
    said = run(home, *contained(*SERVE, str(free_port())), GREENROOM_HOSTED="1")
    assert (said.returncode, said.stdout) == (4, "")
    assert said.stderr.startswith("Sandbox: reduced. ")
    assert "Full is not offered here: PermissionError" in said.stderr
    assert "Leave the container: a seccomp filter around this process" in said.stderr
    assert "start without GREENROOM_HOSTED" in said.stderr


def test_the_worker_refuses_below_full(reduced, home):
    run(home, sys.executable, "-P", "-m", "greenroom", "history")  # makes the records
    said = run(home, *contained(*WORKER), GREENROOM_HOSTED="1")
    assert said.returncode == 4
    assert "Code of other people needs the full level." in said.stderr


def test_a_laptop_works_on_at_the_reduced_level(reduced, home):
    run(home, sys.executable, "-P", "-m", "greenroom", "history")
    said = run(home, *contained(*WORKER))
    assert (said.returncode, said.stderr) == (0, "")


def test_it_starts_where_the_level_is_full(home):
    try:
        Server(Level.FULL, forking=False).close()
    except Broken as error:
        pytest.skip(f"the full level is not offered here: {error}")
    port = free_port()
    with server(home, port, hosted="1"):
        assert get(port, "/healthz").status == 200
