"""The sandbox itself, at each level that this machine offers, as the user that runs the tests and as another."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from greenroom.sandbox import Broken, Level, Order, Ran, Server, Standing
from greenroom.sandbox.selftest import faults

SRC = Path(__file__).parents[2] / "src"
LOOP = "def solve(*args):\n    while True: pass\n"


def order(call: object = (), **changes: object) -> Order:
    usual = {"function": "solve", "stdin": b"", "cpu_s": 2, "wall_s": 10, "memory_mb": 64, "output_kb": 64}
    return Order(call=json.dumps(list(call)).encode(), **(usual | changes))  # type: ignore[call-overload]


def ran(server: Server, code: str, *args: object, **changes: object) -> Ran:
    with server.submission("python", "solution.py", code.encode()) as jail:
        assert jail.compile_error == ""
        return jail.run(order(args, **changes))


def test_its_self_test_finds_nothing(server: Server) -> None:
    assert list(faults(server)) == []


def test_its_self_test_finds_nothing_under_a_mask_that_keeps_others_out(full: Server) -> None:
    """The serving process makes files for its owner alone, and the jail's folders are walked by another user."""
    before = os.umask(0o077)
    try:
        with Server(Level.FULL) as masked:
            assert list(faults(masked)) == []
    finally:
        os.umask(before)


def test_the_self_test_would_find_an_open_door(tmp_path: Path) -> None:
    """The same attempts, outside any jail: the test is worth something only if they succeed there."""
    from greenroom.sandbox import selftest

    code = selftest._ATTEMPTS + (
        f"\nimport json, sys, os\nfolder = {str(tmp_path)!r}\n"
        "secret = os.path.join(folder, 'secret')\nopen(secret, 'w').write('x')\n"
        "door = socket.create_server(('127.0.0.1', 0))\n"
        "print(json.dumps(attempts(secret, folder, os.getpid(), door.getsockname()[1])))\n"
    )
    calmed = code.replace("lambda: os.kill(-1, 0) is None", "lambda: False").replace('opened("/left", "w")', "False")
    done = subprocess.run([sys.executable, "-c", calmed], capture_output=True, text=True, timeout=30, check=True)
    assert len(json.loads(done.stdout)["out"]) >= 9


def test_it_runs_and_measures(server: Server) -> None:
    told = ran(server, "def solve(a, b):\n    print('hello')\n    return a + b\n", 1, 2)
    assert (told.stdout, json.loads(told.result), told.code) == (b"hello\n", {"value": 3}, 0)
    assert 0 < told.memory_kb < 64 << 10


def test_submissions_do_not_see_each_other(full: Server) -> None:
    code = (
        b"import os\ndef solve(*a):\n    open('/tmp/x', 'a').write('x')\n    return [os.getpid(), os.listdir('/tmp')]\n"
    )
    seen = []
    with full.submission("python", "a.py", code) as one, full.submission("python", "b.py", code) as other:
        for jail in (one, other, one):
            seen.append(json.loads(jail.run(order()).result)["value"])
    assert [files for _, files in seen] == [["x"]] * 3
    assert seen[0][0] == seen[1][0] == 2


def test_threads_of_one_case_leave_room_for_those_of_another(full: Server) -> None:
    code = """
import threading, time
def solve(count, seconds):
    threading.stack_size(1 << 16)
    stop, started = threading.Event(), 0
    try:
        for _ in range(count):
            threading.Thread(target=stop.wait).start()
            started += 1
    except RuntimeError:
        pass
    print(started, flush=True)
    time.sleep(seconds)
    stop.set()
    return started
"""
    with ThreadPoolExecutor(2) as both:
        greedy = both.submit(ran, full, code, 1000, 1.5)
        modest = [json.loads(ran(full, code, 100, 0).result)["value"] for _ in range(8)]
        assert 200 < json.loads(greedy.result().result)["value"] <= 256
    assert modest == [100] * 8


def test_the_root_holds_only_what_the_interpreters_need(full: Server) -> None:
    code = (
        "import os\ndef solve():\n"
        "    return [n for n in ('/proc', '/sys', '/etc', '/home', '/var') if os.path.exists(n)]\n"
    )
    assert json.loads(ran(full, code).result) == {"value": []}


def test_a_file_outside_cannot_be_seen(server: Server, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    told = ran(server, "def solve(path):\n    return open(path).read()\n", str(secret))
    assert b"Error" in told.stderr
    assert told.code == 1


def test_a_jail_ends_when_the_judge_is_killed(server: Server) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(SRC)!r})\n"
        "from greenroom.sandbox import Level, Order, Server\n"
        f"server = Server(Level({server.level.value!r}))\n"
        f"jail = server.submission('python', 'x.py', {LOOP.encode()!r})\n"
        "print(server._process.pid, flush=True)\n"
        "jail.run(Order(function='solve', call=b'[]', stdin=b'', cpu_s=60, wall_s=60, memory_mb=64, output_kb=64))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as judge:
        assert judge.stdout is not None
        first = int(judge.stdout.readline())
        inside = _waited(lambda: _below(first), 2)
        judge.send_signal(signal.SIGKILL)
    assert len(inside) == 2
    assert not _waited(lambda: [pid for pid in (first, *inside) if _alive(pid)], 0)


def test_a_killed_level_0_is_told_as_our_own_failure(server: Server) -> None:
    server._process.kill()
    server._process.wait()
    with pytest.raises(Broken), server.submission("python", "x.py", b"") as jail:
        jail.run(order())


def test_closing_a_submission_ends_its_loop(server: Server) -> None:
    jail = server.submission("python", "x.py", LOOP.encode())
    _waited(lambda: _below(server._process.pid), 1)
    jail.close()
    assert not _waited(lambda: _below(server._process.pid), 0)


def test_it_works_for_an_ordinary_user_too() -> None:
    python = shutil.which("python3", path="/usr/bin:/bin")
    if os.geteuid() != 0 or python is None:
        pytest.skip("only root can become another user; run the tests as an ordinary user for the other half")
    code = (
        f"import sys; assert sys.version_info >= (3, 11); sys.path.insert(0, {str(SRC)!r})\n"
        "from greenroom.sandbox import opened\nserver, standing = opened()\n"
        "print(standing.level.value)\nserver and server.close()\n"
    )
    done = subprocess.run(
        [python, "-B", "-c", code], user=65534, group=65534, extra_groups=[], env={"PATH": "/usr/bin"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.skip(f"another user cannot run {python} on this checkout: {done.stderr.strip().splitlines()[-1:]}")
    assert done.stdout.strip() in ("full", "reduced")


def test_it_says_what_the_level_means() -> None:
    said = Standing(Level.REDUCED, ("full is not offered here: no",)).said()
    assert said.startswith("Sandbox: reduced. ")
    assert "Full is not offered here: no." in said
    assert said.endswith("limits hold for each process.")
    bounded = Standing(Level.FULL, groups="control groups (version 2: memory, pids)").said()
    assert bounded.endswith("bounded by control groups (version 2: memory, pids).")


def test_no_sandbox_at_all_is_refused() -> None:
    with pytest.raises(Broken):
        Server(Level.NONE)


def _below(pid: int) -> list[int]:
    """Return all processes under ``pid``."""
    above = {int(p.name): _parent(p) for p in Path("/proc").iterdir() if p.name.isdigit()}
    found = [pid]
    for one in found:
        found += [child for child, parent in above.items() if parent == one]
    return found[1:]


def _parent(folder: Path) -> int:
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return -1


def _alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _waited(look: object, wanted: int) -> list[int]:
    """Look until ``wanted`` are there or ten seconds have passed; return what was seen last."""
    found: list[int] = []
    for _ in range(200):
        found = look()  # type: ignore[operator]
        if len(found) == wanted:
            break
        time.sleep(0.05)
    return found
