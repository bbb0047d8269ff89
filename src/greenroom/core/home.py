"""Where Greenroom keeps what it stores: one folder, found by one rule.

Pure: the environment and the platform are arguments, nothing is read or made here. The launcher at the root of the
repository repeats the rule in shell for the one case that comes before Python; a test holds the two together.
"""

import sys
from collections.abc import Mapping
from pathlib import Path


def home(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return the home folder, which need not exist.

    ``GREENROOM_HOME`` wins; then, on macOS, ``~/Library/Application Support/Greenroom``; then
    ``$XDG_DATA_HOME/greenroom`` and ``~/.local/share/greenroom``. A relative ``XDG_DATA_HOME`` is ignored, as the
    base directory specification asks. ``~`` is ``HOME`` of ``environ``; without one it is the account's folder.
    Raises ``RuntimeError`` when neither exists.
    """
    if chosen := environ.get("GREENROOM_HOME"):
        return _own(environ, chosen)
    if platform == "darwin":
        return _account(environ) / "Library" / "Application Support" / "Greenroom"
    data = environ.get("XDG_DATA_HOME", "")
    return (Path(data) if data.startswith("/") else _account(environ) / ".local" / "share") / "greenroom"


def database(home: Path) -> Path:
    """Return the file in which a laptop's records live."""
    return home / "greenroom.sqlite3"


def _own(environ: Mapping[str, str], chosen: str) -> Path:
    """Read a path as its owner wrote it: a leading ``~/`` is the account's folder, a relative one starts here."""
    if chosen == "~" or chosen.startswith("~/"):
        return _account(environ) / chosen[2:]
    return Path(chosen).absolute()


def _account(environ: Mapping[str, str]) -> Path:
    return Path(environ["HOME"]) if environ.get("HOME") else Path.home()
