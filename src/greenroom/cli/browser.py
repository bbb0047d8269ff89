"""Opens a link in the candidate's browser, where there is one with a window."""

import os
import sys
import threading
from pathlib import Path

from . import opening


def open_browser(home: Path, link: str) -> threading.Thread | None:
    """Open ``link`` without waiting, by way of a private page in ``home``; return the thread that does so.

    Does nothing without a screen: a text browser would take the terminal over. Does nothing either when the page
    cannot be written, for the link stands in the terminal too, and on a command line it would be everybody's.
    """
    if not _screen():
        return None
    try:
        address = opening.write(home, link).as_uri()
    except OSError:
        return None
    import webbrowser

    thread = threading.Thread(target=webbrowser.open, args=(address,), daemon=True)
    thread.start()
    return thread


def _screen() -> bool:
    if os.environ.get("CI"):
        return False
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
