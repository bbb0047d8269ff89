"""Opens a link in the candidate's browser, where there is one with a window."""

import os
import sys
import threading


def open_browser(link: str) -> None:
    """Open ``link`` without waiting. Does nothing without a screen: a text browser would take the terminal over."""
    if not _screen():
        return
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()


def _screen() -> bool:
    if os.environ.get("CI"):
        return False
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
