"""The page that leads a browser to the one-time link.

What stands on a command line can be read by every account of the machine in the list of processes, and whoever reads
the link first may sign in with it. So the browser is given the address of a small file that only the candidate can
read, and the file leads on to the link.
"""

import os
import secrets
import time
from contextlib import suppress
from html import escape
from pathlib import Path

OPENED = "opened"  # the query that tells the door that the way led over the page

PAGE = """<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={link}">
<title>Greenroom</title>
<p><a href="{link}">Open Greenroom</a></p>
</html>
"""


def page(home: Path) -> Path:
    """Return where the page lies, if there is one."""
    return home / "open.html"


def write(home: Path, link: str) -> Path:
    """Write the page for ``link`` with mode 0600 in place of an earlier one. Raises ``OSError`` when it cannot be."""
    draft = home / f".open-{os.getpid()}-{secrets.token_hex(4)}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(PAGE.format(link=escape(f"{link}?{OPENED}")))
        draft.replace(page(home))
    finally:
        draft.unlink(missing_ok=True)
    return page(home)


def remove(home: Path) -> None:
    """Remove the page, if there is one."""
    with suppress(OSError):
        page(home).unlink(missing_ok=True)


def remove_for(home: Path, path: str) -> None:
    """Remove the page if it leads to ``path`` (``/enter/TOKEN``): its link has been used."""
    with suppress(OSError):
        if f"{path}?{OPENED}" in page(home).read_text(encoding="utf-8"):
            remove(home)


def remove_after(home: Path, seconds: float) -> None:
    """Remove the page if it is older than ``seconds``: its link has run out."""
    with suppress(OSError):
        if time.time() - page(home).stat().st_mtime > seconds:
            remove(home)


def watch(home: Path, seconds: float) -> None:
    """Remove each page that gets older than ``seconds``, for as long as the process lives."""
    while True:
        time.sleep(min(15.0, seconds))
        remove_after(home, seconds)
