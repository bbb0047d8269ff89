"""Opens the house for a command: the home folder, Django, and a database that is up to date.

The way that costs little is taken first. After each migration a number that stands for the migrations of this version
is written into the SQLite file itself (``PRAGMA user_version``), so a start that has nothing to migrate reads four
bytes, and a file that is copied back from a backup carries its own number with it.
"""

import fcntl
import os
import sqlite3
import stat
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from greenroom import __version__
from greenroom.core.home import database
from greenroom.core.home import home as home_of

from .exits import Stop
from .paths import CONTENT

PACKAGE = Path(__file__).resolve().parent.parent
SETTINGS = "greenroom.site.settings"


def enter() -> Any:
    """Open the house and return this laptop's ``Candidate``. Raises ``Stop`` in one plain line when it cannot.

    The row goes straight on to practice; a shell never looks into it, so its type is not named here.
    """
    open_house()
    from greenroom.practice import session

    return session.laptop_candidate()


def enter_library() -> Any:
    """Open the house for a command that reads content. Raises ``Stop``, also when the content folder is missing."""
    need_content()
    return enter()


def need_content() -> None:
    """Raise ``Stop`` when the content folder is missing."""
    if not CONTENT.is_dir():
        raise Stop(f"The content folder {CONTENT} is missing. Set GREENROOM_CONTENT, or check Greenroom out again.")


def open_house() -> Path:
    """Make the home folder and the database ready, set Django up, and return the home. Raises ``Stop``."""
    os.umask(0o077)  # whatever this process makes from here on is for its owner alone
    home = writable_home()
    make_private(home)
    set_up_django()
    if not up_to_date(home):
        with _alone(home):
            migrate(home)
    return home


def writable_home() -> Path:
    """Return the home folder, made if need be. Raises ``Stop`` when nothing can be written there."""
    home = home_of(os.environ)
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        reason = "" if os.access(home, os.W_OK | os.X_OK) else "it is read-only"
    except OSError as error:
        reason = error.strerror or str(error)
    if reason:
        raise Stop(f"{home} cannot be written ({reason}). Set GREENROOM_HOME to a folder that can.")
    return home


def make_private(home: Path) -> None:
    """Take the rights of others off the files with the records and the key, if an earlier time left them any."""
    for file in (*home.glob(f"{database(home).name}*"), home / "secret"):
        with suppress(OSError):  # not there, or not ours to change
            if stat.S_IMODE(file.stat().st_mode) & 0o077:
                file.chmod(0o600)


def set_up_django() -> None:
    """Set Django up with the laptop's settings, unless others are chosen."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup(set_prefix=False)


def up_to_date(home: Path) -> bool:
    """True when the database was last migrated by exactly this version."""
    try:
        with closing(sqlite3.connect(f"{database(home).as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA user_version").fetchone()[0] == fingerprint())
    except sqlite3.Error:
        return False


def fingerprint() -> int:
    """A number that changes with the migrations, the settings and the versions they belong to."""
    import django

    facts = [__version__, django.get_version(), (PACKAGE / "site" / "settings.py").read_text(encoding="utf-8")]
    facts += sorted(path.name for path in PACKAGE.glob("*/migrations/*.py"))
    return (zlib.crc32("\n".join(facts).encode()) & 0x7FFFFFFF) or 1


def migrate(home: Path) -> None:
    """Bring the database up to date. Raises ``Stop`` for one from a newer version, or one that is no database."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.loader import MigrationLoader

    try:
        loader = MigrationLoader(connection)
        unknown = sorted(set(loader.applied_migrations) - set(loader.disk_migrations))
        if unknown:
            raise Stop(
                f"{database(home)} was written by a newer Greenroom (it has {'.'.join(unknown[-1])}). "
                "Start that version, or set GREENROOM_HOME to another folder."
            )
        call_command("migrate", verbosity=0, interactive=False)
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA user_version = {fingerprint()}")
    except DatabaseError as error:
        raise Stop(
            f"{database(home)} cannot be used ({error}). Move it away to begin anew, or set GREENROOM_HOME."
        ) from error


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Let one process at a time change the database's shape. The lock ends with the process."""
    handle = os.open(home, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks; SQLite's own lock remains
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
