"""The lab's own PostgreSQL: started when it is needed, shared by all processes of the installation, gone when idle."""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psycopg

from .binaries import LACKING, binaries, not_root

IDLE_S = 60.0  # how long the server stays when nobody uses it
START_S = 60.0  # the first start on a slow, busy disk
VERSION = "2"  # of what the data folder holds; another number makes it anew
OWNER = "greenroom"
TIGHT = 24 << 20  # bytes: a room takes 8 MB, and a segment of the write-ahead log 16


class Unavailable(RuntimeError):
    """The server cannot be had; the text says why and what to do."""


class Server:
    """A share in the server below ``home``. ``idle`` is told to the keeper when this share is what starts it."""

    def __init__(self, home: Path, idle: float = IDLE_S) -> None:
        self._home, self._idle = home, idle
        self._place = home / "sqllab"
        self._users: int | None = None
        self._log_from = 0

    def missing(self) -> str | None:
        """Return what keeps this machine from having a server, or None. Starts nothing."""
        return None if binaries() else LACKING

    def trouble(self) -> str:
        """Return what may have cost the server its life, in words, or ""."""
        with suppress(OSError):
            free = shutil.disk_usage(self._place).free
            if free < TIGHT:
                return (
                    f"The disk of {self._place} is full ({free >> 20} MB are free). Free some room, then submit again."
                )
        return ""

    @property
    def socket(self) -> Path:
        """The folder of the socket: short, as a socket's path has about 100 bytes, and named after the home."""
        base = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
        if len(str(base)) > 60 or not base.is_dir():
            base = Path("/tmp")  # noqa: S108 - the folder in it is ours alone, see _own
        return base / f"greenroom-{os.getuid()}-{hashlib.sha256(str(self._home).encode()).hexdigest()[:10]}"

    def connect(
        self, database: str = "postgres", user: str = OWNER, options: str = ""
    ) -> psycopg.Connection[tuple[object, ...]]:
        """Return a connection in autocommit mode; the server is started first when it does not run.

        Raises ``Unavailable``, and ``psycopg.OperationalError`` when a running server refuses.
        """
        self._need()
        return self._connect(database, user, options)

    def alive(self) -> bool:
        """Tell whether the server answers."""
        try:
            self._connect("postgres", OWNER).close()
        except psycopg.OperationalError:
            return False
        return True

    def standing(self) -> str:
        """Return ``new`` when nothing was ever made here, ``stopped`` or ``running`` otherwise. Starts nothing."""
        if not (self._place / "made").exists():
            return "new"
        return "running" if (self.socket / ".s.PGSQL.5432").exists() else "stopped"

    def environ(self, database: str, user: str) -> dict[str, str]:
        """Return the environment that leads PostgreSQL's programs to ``database`` as ``user``."""
        return {"PGHOST": str(self.socket), "PGPORT": "5432", "PGDATABASE": database, "PGUSER": user}

    def psql(self) -> Path | None:
        """Return the psql beside the server's program, or None."""
        found = binaries()
        return found / "psql" if found and (found / "psql").is_file() else None

    def forget(self) -> bool:
        """Remove the server's files; False, and nothing is removed, while it runs or somebody uses it."""
        held = []
        try:
            for name in ("users.lock", "server.lock"):
                held.append(os.open(self._place / name, os.O_RDWR | os.O_CREAT, 0o600))
                fcntl.flock(held[-1], fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(self._place, ignore_errors=True)
        except FileNotFoundError:
            return True
        except OSError:
            return False
        finally:
            for handle in held:
                os.close(handle)
        return not self._place.exists()

    def close(self) -> None:
        """Give the share back; the server ends when nobody has one for a while."""
        if self._users is not None:
            os.close(self._users)
            self._users = None

    def _connect(self, database: str, user: str, options: str = "") -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host=str(self.socket), dbname=database, user=user, autocommit=True, connect_timeout=10,
            application_name="", options=options, client_encoding="UTF8",
        )  # fmt: skip

    def _need(self) -> None:
        if self._users is None:
            self._share()
        until = time.monotonic() + START_S
        keeper: subprocess.Popen[bytes] | None = None
        while not self._answers():
            if keeper is not None and keeper.poll() not in (None, 0):
                raise Unavailable(f"The SQL lab's PostgreSQL does not start: {self._last_words()}")
            if time.monotonic() > until:
                raise Unavailable(f"The SQL lab's PostgreSQL did not start in {START_S:.0f} s. See {self._log}.")
            if keeper is None or keeper.poll() == 0:  # another keeper was ending or beginning; look again
                keeper = self._keep()
            time.sleep(0.05)

    def _answers(self) -> bool:
        if not (self.socket / ".s.PGSQL.5432").exists():
            return False
        return self.alive()

    def _share(self) -> None:
        """Hold the users' lock, shared: for as long as this process lives, the keeper keeps the server."""
        try:
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._place / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise Unavailable(f"{self._place} cannot be written ({error.strerror}). Free some space.") from None
        fcntl.flock(handle, fcntl.LOCK_SH)
        self._users = handle

    def _keep(self) -> subprocess.Popen[bytes]:
        found = binaries()
        if found is None:
            raise Unavailable(LACKING)
        self._own()
        told = {
            "place": str(self._place), "socket": str(self.socket), "binaries": str(found), "idle": self._idle,
            "version": f"{found} {VERSION}",
            "prefix": not_root(self._place), "dying": not_root(self.socket, dying=True),
        }  # fmt: skip
        with self._log.open("ab") as log:
            self._log_from = log.tell()
            return subprocess.Popen(
                [sys.executable, "-I", str(Path(__file__).with_name("keeper.py")), json.dumps(told)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd="/",
            )  # fmt: skip

    def _own(self) -> None:
        """Make the socket's folder; refuse one that somebody else has put there."""
        with suppress(FileExistsError):
            self.socket.mkdir(mode=0o700)
        about = self.socket.lstat()
        if self.socket.is_symlink() or about.st_uid not in (os.getuid(), self._nobody()) or about.st_mode & 0o077:
            raise Unavailable(f"{self.socket} belongs to somebody else. Remove it, or set XDG_RUNTIME_DIR.")

    @staticmethod
    def _nobody() -> int:
        return 65534 if os.getuid() == 0 else os.getuid()

    @property
    def _log(self) -> Path:
        return self._place / "server.log"

    def _last_words(self) -> str:
        said = self._log.read_bytes()[self._log_from :].decode(errors="replace")
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        telling = [line for line in lines if "FATAL" in line or "No space" in line or "rror" in line]
        return f"{(telling or lines or ['it says nothing'])[-1][:200]}. See {self._log}."
