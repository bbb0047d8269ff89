"""The reader that belongs to a fact: a pydantic validator, built once for each type."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import SchemaValidator


@cache
def validator(kind: type) -> SchemaValidator:
    """Return the validator for ``kind``. Unions of facts that have a ``kind`` field are read by it."""
    schema: Any = TypeAdapter(kind).core_schema
    return SchemaValidator(_tagged(schema))


def _tagged(schema: Any) -> Any:
    """Replace each union of facts with a ``kind`` by one that looks at ``kind`` first.

    Core cannot say so itself, as it imports nothing of pydantic. Without this, every member of the union would be
    tried, and a mistake in one finding would be reported once for each kind of evidence.
    """
    if isinstance(schema, list):
        return [_tagged(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {key: _tagged(part) if key != "metadata" else part for key, part in schema.items()}
    tags = [_kind_of(choice) for choice in schema.get("choices", [])] if schema.get("type") == "union" else []
    if not tags or None in tags:
        return schema
    return {"type": "tagged-union", "discriminator": "kind", "choices": dict(zip(tags, schema["choices"], strict=True))}


def _kind_of(choice: Any) -> str | None:
    """Return the one value that the ``kind`` field of this member may have, or None."""
    if not isinstance(choice, dict) or choice.get("type") != "dataclass":
        return None
    for field in choice["schema"]["fields"]:
        if field["name"] == "kind" and field["schema"]["type"] == "default":
            return str(field["schema"]["default"])
    return None
