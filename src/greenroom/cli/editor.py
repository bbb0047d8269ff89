"""Lets the candidate write in their own editor."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from .exits import Stop


def editor() -> list[str]:
    """Return the editor's command, or an empty list when none is set. Raises ``Stop`` when it is no command."""
    name = "VISUAL" if os.environ.get("VISUAL") else "EDITOR"
    try:
        return shlex.split(os.environ.get(name, ""))
    except ValueError as error:
        raise Stop(
            f"{name} is no command ({str(error).lower()}): {os.environ[name]}. Set it anew, or use --here."
        ) from None


def edited(text: str, name: str) -> str:
    """Open ``text`` in the editor and return what was saved.

    The file is private and is removed afterwards. Raises ``Stop``, leaving the file where it is and naming it, when
    the editor fails: what was written must not be lost with it.
    """
    folder = Path(tempfile.mkdtemp(prefix="greenroom-"))
    file = folder / f"{name}.txt"
    file.write_text(text, encoding="utf-8")
    command = [*editor(), str(file)]
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        file.unlink()
        folder.rmdir()
        raise Stop(f"The editor {command[0]} does not start ({error.strerror}). Set EDITOR, or use --here.") from error
    if code:
        raise Stop(f"The editor ended with {code}. What you wrote is in {file}.")
    saved = file.read_text(encoding="utf-8-sig", errors="replace")
    file.unlink()
    folder.rmdir()
    return saved
