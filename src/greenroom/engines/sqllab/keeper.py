"""Keeps one throw-away PostgreSQL server running for as long as somebody uses it. A program: standard library only.

Started as ``keeper.py JSON`` by ``server.py``, in a session of its own. Three locks say who lives, and the kernel lets
go of each when its holders end, however they end:

- ``keeper.lock``: one keeper at a time; a second one ends at once.
- ``server.lock``: inherited by the server and all its processes, so that a free lock proves that none is left, and a
  pid file beside it is stale.
- ``users.lock``: shared by everybody who uses the server; when nobody has held it for ``idle`` seconds, the server is
  stopped.

Nothing in the data is worth keeping: the server writes without fsync, and data that does not start is made anew.
"""

import contextlib
import ctypes
import fcntl
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "256MB",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "max_parallel_workers": "0",
    "max_parallel_workers_per_gather": "0",
    "max_prepared_transactions": "0",
    "autovacuum": "off",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "log_min_messages": "fatal",
    "log_min_error_statement": "panic",
    "work_mem": "8MB",
    "temp_file_limit": "64MB",
    "track_activity_query_size": "1024",
    "file_copy_method": "clone",
}
MEMORY = 1 << 30  # bytes of address space for each process of the server; a longer value is an error, not a crash
PR_SET_PDEATHSIG = 1


def main(told: dict[str, Any]) -> int:
    """Keep the server that ``told`` describes until nobody needs it; return 0, or 1 when it would not start."""
    place = Path(told["place"])
    _lock(place / "keeper.lock") or sys.exit(0)
    server_lock = _sole(place, Path(told["socket"]))
    data = _data(place, told)
    words = [*told["dying"], f"{told['binaries']}/postgres", "-D", str(data), "-k", told["socket"]]
    for name, value in SETTINGS.items():
        words += ["-c", f"{name}={value}"]
    server = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, pass_fds=[server_lock], preexec_fn=_last_wish, start_new_session=True
    )
    signal.signal(signal.SIGTERM, lambda *_: server.send_signal(signal.SIGINT))
    code = _watch(server, place / "users.lock", float(told["idle"]))
    if code:
        (place / "made").unlink()  # data that does not start is made anew the next time
    return code


def _watch(server: subprocess.Popen[bytes], users: Path, idle: float) -> int:
    """Wait until the server ends by itself, or end it when nobody has used it for ``idle`` seconds."""
    needed = time.monotonic()
    while server.poll() is None:
        time.sleep(0.2)
        free = _lock(users)
        if free is None:
            needed = time.monotonic()
            continue
        os.close(free)
        if time.monotonic() - needed > idle:
            server.send_signal(signal.SIGQUIT)  # nothing in it is worth a checkpoint
            server.wait()
            return 0
    return 0 if server.returncode <= 0 else 1


def _sole(place: Path, socket: Path) -> int:
    """Return the server's lock, after ending a server that a killed keeper has left behind."""
    data = place / "data"
    for attempt in range(100):
        held = _lock(place / "server.lock")
        if held is not None:
            (data / "postmaster.pid").unlink(missing_ok=True)
            for stale in socket.glob(".s.PGSQL.*"):
                stale.unlink()
            return held
        if attempt % 10 == 0:
            _end_orphan(data)
        time.sleep(0.1)
    raise SystemExit(f"a server that nobody keeps still runs on {data} and does not end")


def _end_orphan(data: Path) -> None:
    with contextlib.suppress(OSError, ValueError):
        pid = int((data / "postmaster.pid").read_text().split("\n")[0])
        words = Path(f"/proc/{pid}/cmdline")
        if not words.exists() or str(data).encode() in words.read_bytes():
            os.kill(pid, signal.SIGQUIT)


def _data(place: Path, told: dict[str, Any]) -> Path:
    """Return the data folder, made when it is not there. It appears whole: what an interruption left is removed."""
    data, draft = place / "data", place / "data.new"
    if (data / "PG_VERSION").is_file() and _says(place / "made", told["version"]):
        return data
    for old in (data, draft):
        shutil.rmtree(old, ignore_errors=True)
    words = [*told["prefix"], f"{told['binaries']}/initdb", "-N", "-D", str(draft), "-U", "greenroom", "-A", "trust"]
    subprocess.run([*words, "--locale=C", "-E", "UTF8", "--no-data-checksums"], check=True, stdin=subprocess.DEVNULL)
    draft.rename(data)
    (place / "made").write_text(told["version"])
    return data


def _says(file: Path, text: str) -> bool:
    try:
        return file.read_text() == text
    except OSError:
        return False


def _lock(file: Path) -> int | None:
    """Return a handle that holds ``file`` alone, or None when somebody else holds it."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return handle


def _last_wish() -> None:
    """In the server, before it is one: end when the keeper dies, and know how much memory there is."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
