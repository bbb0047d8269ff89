"""A real server in a fresh home, and a real browser."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A running Greenroom: where it is and the one-time link that it printed."""

    def __init__(self, home: Path, port: int | None = None) -> None:
        self.home, self.port = home, port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.link = ""
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> "Served":
        command = [sys.executable, "-m", "greenroom", "serve", "--no-browser", "--port", str(self.port)]
        environ = {**os.environ, "GREENROOM_HOME": str(self.home), "PYTHONUNBUFFERED": "1"}
        environ.pop("DJANGO_SETTINGS_MODULE", None)
        self.process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if "/enter/" in line:
                self.link = next(word for word in line.split() if "/enter/" in word)
                return self
        raise AssertionError(f"greenroom serve ended with {self.process.wait()} before it printed its link")

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    running = Served(tmp_path_factory.mktemp("home")).start()
    yield running
    running.stop()
