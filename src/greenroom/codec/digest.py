"""The fingerprint of a fact, which a record keeps to say what exactly it met."""

import hashlib
import json

from pydantic_core import to_jsonable_python


def digest(value: object) -> str:
    """Return the SHA-256, in hex, of the canonical JSON of ``value`` (keys sorted, no spaces, ASCII only).

    Raises ``ValueError`` for a number that JSON cannot hold (NaN or infinite).
    """
    canonical = json.dumps(to_jsonable_python(value), sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
