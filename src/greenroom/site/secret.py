"""The key that signs cookies: made once for each home, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def secret_key(home: Path) -> str:
    """Return the key in ``home/secret``, making it at the first start.

    The file is created exclusively with mode 0600, so two first starts at once agree on one key.
    Raises ``OSError`` when the home can be neither read nor written.
    """
    path = home / "secret"
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _make(path)


def _make(path: Path) -> str:
    key = secrets.token_urlsafe(50)
    draft = path.with_name(f".secret-{os.getpid()}-{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    try:
        os.link(draft, path)  # fails when another start was first; never leaves a half-written key
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    finally:
        draft.unlink()
    return key
