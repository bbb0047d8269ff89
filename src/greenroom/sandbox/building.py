"""Build ``forking.c`` into the data folder, once, where a C compiler is; elsewhere each case starts its own Node.js."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from greenroom.core.home import home

from . import kernel

_SOURCE = Path(__file__).with_name("forking.c")
_BUILD_S = 60
OFF = "GREENROOM_NO_FORKING"


def built() -> str:
    """Return the path of the library, built now when it is not there yet; "" when it cannot be had."""
    if os.environ.get(OFF):
        return ""
    try:
        source = _SOURCE.read_bytes()
        name = f"forking-{kernel.MACHINE}-{hashlib.sha256(source).hexdigest()[:16]}.node"
        file = home(os.environ) / "built" / name
        return str(file) if _ours(file) or _compiled(file) else ""
    except (OSError, RuntimeError, subprocess.SubprocessError):
        return ""


def _ours(file: Path) -> bool:
    """Say whether the file is there and nobody else could have put it there."""
    with suppress(FileNotFoundError):
        about = file.lstat()
        return about.st_uid == os.geteuid() and not about.st_mode & 0o022 and file.is_file() and not file.is_symlink()
    return False


def _compiled(file: Path) -> bool:
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or sys.platform != "linux":
        return False
    file.parents[1].mkdir(parents=True, exist_ok=True, mode=0o700)
    file.parent.mkdir(exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        made = Path(folder) / file.name
        words = [compiler, "-O2", "-shared", "-fPIC", "-o", str(made), str(_SOURCE)]
        done = subprocess.run(words, capture_output=True, timeout=_BUILD_S, check=False)
        if done.returncode != 0:
            return False
        made.chmod(0o755)
        made.replace(file)
    return True
