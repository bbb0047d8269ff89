"""The note that a running server leaves in the home, so that a second start and ``greenroom link`` find it.

The server holds a lock on ``serve.lock`` for as long as it lives. The kernel lets go of the lock when the process
ends, however it ends, so a note left behind by a crash is never believed.
"""

import fcntl
import http.client
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Running:
    """A server of this home: its process and its port."""

    pid: int
    port: int

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"


def claim(home: Path, port: int) -> int | None:
    """Become the one server of ``home``: return the held lock, or None when another process holds it."""
    handle = os.open(home / "serve.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    os.truncate(handle, 0)
    os.write(handle, json.dumps({"pid": os.getpid(), "port": port}).encode())
    os.set_inheritable(handle, False)
    return handle


def running(home: Path) -> Running | None:
    """Return the server that holds this home, or None when there is none."""
    try:
        handle = os.open(home / "serve.lock", os.O_RDWR)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(home)
    finally:
        os.close(handle)
    return None


def answers(port: int, seconds: float = 2.0) -> bool:
    """True when Greenroom answers on ``port`` within ``seconds``."""
    connection = http.client.HTTPConnection(HOST, port, timeout=seconds)
    try:
        connection.request("GET", "/healthz")
        response = connection.getresponse()
        return response.status == 200 and response.read(200).startswith(b"greenroom ")
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _read(home: Path) -> Running | None:
    """Read the note; its owner writes it just after taking the lock, so it may be a moment late."""
    for _ in range(20):
        try:
            return Running(**json.loads((home / "serve.lock").read_text()))
        except (ValueError, TypeError):
            time.sleep(0.05)
    return None
