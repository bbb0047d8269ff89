"""Control groups: found as the kernel describes them, entered for real where this machine lets its own be divided."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from greenroom.sandbox import Broken, Level, Server, groups

from .test_sandbox import LOOP, SRC, _waited, order, ran

_HUNGRY = "import sys, time\ninput()\nheld = bytearray(b'x' * (int(sys.argv[1]) << 20))\nprint(len(held) >> 20)\n"
_OWN = "4:memory:/jobs/a\n3:pids:/\n1:name=systemd:/\n0::/user/scope\n"


@pytest.fixture
def here() -> groups.Groups:
    if (found := groups.found()) is None:
        pytest.skip("this machine lets this process divide no control group")
    return found


@pytest.fixture(params=[Level.FULL, Level.REDUCED])
def grouped(request: pytest.FixtureRequest, here: groups.Groups) -> Iterator[Server]:
    try:
        opened = Server(request.param)
    except Broken as error:
        pytest.skip(f"the level {request.param.value} is not offered here: {error}")
    with opened:
        yield opened


def machine(root: Path, group: str, *mounts: str) -> Path:
    """Return a ``/proc/self`` that tells of ``group`` and ``mounts``; the place of a mount is below ``root``."""
    (root / "proc").mkdir()
    (root / "proc/cgroup").write_text(group)
    lines = (f"31 23 0:28 {mount.replace('ROOT', str(root))}\n" for mount in mounts)
    (root / "proc/mountinfo").write_text("".join(lines))
    return root / "proc"


def test_version_1_is_found_at_this_process_s_own_group(tmp_path: Path) -> None:
    (tmp_path / "memory/jobs/a").mkdir(parents=True)
    (tmp_path / "pids").mkdir()
    of_memory = "/ ROOT/memory rw - cgroup cgroup rw,memory"
    proc = machine(tmp_path, _OWN, of_memory, "/ ROOT/pids rw - cgroup cgroup rw,pids")
    found = groups.found(proc)
    assert found == groups.Groups(1, {"memory": tmp_path / "memory/jobs/a", "pids": tmp_path / "pids"})
    assert found.said() == "control groups (version 1: memory, pids)"


def test_a_mount_that_shows_a_part_of_the_hierarchy_is_read_from_its_top(tmp_path: Path) -> None:
    (tmp_path / "memory").mkdir()
    proc = machine(tmp_path, _OWN, "/jobs/a ROOT/memory rw - cgroup cgroup rw,memory")
    assert groups.found(proc) == groups.Groups(1, {"memory": tmp_path / "memory"})


def test_a_group_outside_the_mount_is_not_taken_for_one_inside(tmp_path: Path) -> None:
    (tmp_path / "memory").mkdir()
    proc = machine(tmp_path, _OWN, "/jobs/another ROOT/memory rw - cgroup cgroup rw,memory")
    assert groups.found(proc) is None


def test_version_2_is_taken_where_it_is_divided_for_us_already(tmp_path: Path) -> None:
    base = tmp_path / "unified/scope"
    (base / "greenroom_judge").mkdir(parents=True)
    (base / "cgroup.subtree_control").write_text("memory pids\n")
    proc = machine(tmp_path, "0::/scope/greenroom_judge\n", "/ ROOT/unified rw - cgroup2 cgroup2 rw")
    assert groups.found(proc) == groups.Groups(2, {"memory": base, "pids": base})


def test_version_2_is_left_alone_where_nobody_delegated_it(tmp_path: Path) -> None:
    base = tmp_path / "unified/scope"
    base.mkdir(parents=True)
    (base / "cgroup.subtree_control").write_text("\n")
    (base / "cgroup.controllers").write_text("memory pids\n")
    proc = machine(tmp_path, "0::/scope\n", "/ ROOT/unified rw - cgroup2 cgroup2 rw")
    assert groups.found(proc) is None
    assert not (base / "greenroom_judge").exists()


def test_a_machine_that_tells_nothing_has_none(tmp_path: Path) -> None:
    assert groups.found(tmp_path) is None


def test_memory_inside_a_leaf_is_bounded(here: groups.Groups) -> None:
    if "memory" not in here.folders:
        pytest.skip("memory is not among this machine's control groups")
    leaf = groups.leaf(here, 40 << 20, 20)
    try:
        assert _held(leaf, 10) == (0, "10\n")
        assert _held(leaf, 200) == (-signal.SIGKILL, "")
    finally:
        _waited(lambda: [] if leaf.removed() else [1], 0)
    assert not any((folder / leaf.name).exists() for folder in here.folders.values())


def _held(leaf: groups.Leaf, megabytes: int) -> tuple[int, str]:
    """Return how a process ended that took so much inside, and what it said."""
    words = [sys.executable, "-c", _HUNGRY, str(megabytes)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        for door in leaf.doors():
            os.write(door, str(process.pid).encode())
            os.close(door)
        said, _ = process.communicate("\n", timeout=30)
    return process.returncode, said


def test_a_submission_runs_in_a_leaf_that_goes_with_it(grouped: Server) -> None:
    assert grouped.groups is not None
    with grouped.submission("python", "x.py", b"def solve(): return 1\n") as jail:
        (leaf,) = grouped._left
        for folder in grouped.groups.folders.values():
            assert len((folder / leaf.name / "cgroup.procs").read_text().split()) == 1
        assert json.loads(jail.run(order()).result) == {"value": 1}
    assert not _waited(lambda: [] if grouped._sweep() else [1], 0)
    assert not any((folder / leaf.name).exists() for folder in grouped.groups.folders.values())


def test_files_in_memory_count_as_memory_of_their_case_alone(grouped: Server) -> None:
    """What lies in /tmp is in no process's resident set."""
    if grouped.level is not Level.FULL or grouped.groups is None or grouped.groups.version != 1:
        pytest.skip("only full has a /tmp, and only version 1 tells a peak for each case")
    code = b"def solve(count):\n    for n in range(count): open(f'/tmp/{n}', 'wb').write(bytes(500_000))\n"
    peaks = []
    with grouped.submission("python", "x.py", code) as jail:
        for count in (0, 30, 0):
            assert jail.run(order([count], output_kb=512)).code == 0
            peaks.append(grouped._left[0].peak_kb())
    assert peaks[1] > 15_000_000 >> 10
    assert max(peaks[0], peaks[2]) < 8 << 10


def test_threads_are_bounded_where_no_namespace_counts_them(grouped: Server) -> None:
    assert grouped.groups is not None
    if "pids" not in grouped.groups.folders:
        pytest.skip("processes are not among this machine's control groups")
    code = """
import threading
def solve():
    threading.stack_size(1 << 15)
    stop, started = threading.Event(), 0
    try:
        for _ in range(2000):
            threading.Thread(target=stop.wait).start()
            started += 1
    except RuntimeError:
        pass
    stop.set()
    return started
"""
    assert 200 < json.loads(ran(grouped, code, memory_mb=512, wall_s=30).result)["value"] < 300


def test_what_a_killed_judge_left_is_swept_at_the_next_start(grouped: Server) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(SRC)!r})\n"
        "from greenroom.sandbox import Level, Order, Server\n"
        f"server = Server(Level({grouped.level.value!r}))\n"
        f"jail = server.submission('python', 'x.py', {LOOP.encode()!r})\n"
        "print(server._left[0].name, flush=True)\n"
        "jail.run(Order(function='solve', call=b'[]', stdin=b'', cpu_s=60, wall_s=60, memory_mb=64, output_kb=64))\n"
    )
    assert grouped.groups is not None
    folders = list(grouped.groups.folders.values())
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as judge:
        assert judge.stdout is not None
        name = judge.stdout.readline().strip()
        assert all((folder / name).is_dir() for folder in folders)
        groups.sweep(grouped.groups)
        assert all((folder / name).is_dir() for folder in folders)  # its judge lives
        judge.send_signal(signal.SIGKILL)
    left = _waited(lambda: [1 for f in folders if (f / name).is_dir() and (f / name / "cgroup.procs").read_text()], 0)
    assert left == []
    Server(grouped.level, forking=False).close()
    assert not any((folder / name).exists() for folder in folders)
