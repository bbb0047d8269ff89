"""The time zone of this machine, so that a day in the history is the candidate's day."""

import os
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def local_zone(environ: Mapping[str, str]) -> str:
    """Return an IANA name from GREENROOM_TIME_ZONE, TZ or ``/etc/localtime``; "UTC" when none of them names one."""
    linked = os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    names = (environ.get("GREENROOM_TIME_ZONE", ""), environ.get("TZ", "").lstrip(":"), linked, _debian())
    return next((name for name in names if name and _known(name)), "UTC")


def _known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _debian() -> str:
    try:
        return Path("/etc/timezone").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
