"""What a database can hold of what a candidate's code printed."""

from typing import Any


def storable(value: Any) -> Any:
    """Return ``value`` without NUL, which PostgreSQL stores in no text, and without halves of characters."""
    if isinstance(value, str):
        return value.replace("\x00", "�").encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {storable(key): storable(inner) for key, inner in value.items()}
    return [storable(inner) for inner in value] if isinstance(value, list) else value
