"""The reader that belongs to a fact: a pydantic validator, built once for each type."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import SchemaValidator


@cache
def validator(kind: type) -> SchemaValidator:
    """Return the validator for ``kind``. Unions of facts that have a ``kind`` field are read by it."""
    schema: Any = TypeAdapter(kind).core_schema
    named = {part["ref"]: part for part in schema.get("definitions", [])}
    return SchemaValidator(_tagged(schema, named))


def _tagged(schema: Any, named: dict[str, Any]) -> Any:
    """Replace each union of facts with a ``kind`` by one that looks at ``kind`` first.

    Core cannot say so itself, as it imports nothing of pydantic. Without this, every member of the union would be
    tried, and a mistake in one finding would be reported once for each kind of evidence. ``named`` holds the facts
    that occur more than once, which the schema only refers to.
    """
    if isinstance(schema, list):
        return [_tagged(part, named) for part in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {key: _tagged(part, named) if key != "metadata" else part for key, part in schema.items()}
    choices = schema.get("choices", []) if schema.get("type") == "union" else []
    tags = [_kind_of(choice, named) for choice in choices]
    if not tags or None in tags:
        return schema
    return {"type": "tagged-union", "discriminator": "kind", "choices": dict(zip(tags, schema["choices"], strict=True))}


def _kind_of(choice: Any, named: dict[str, Any]) -> str | None:
    """Return the one value that the ``kind`` field of this member may have, or None."""
    if isinstance(choice, dict) and choice.get("type") == "definition-ref":
        choice = named.get(choice["schema_ref"])
    if not isinstance(choice, dict) or choice.get("type") != "dataclass":
        return None
    for field in choice["schema"]["fields"]:
        if field["name"] == "kind" and field["schema"]["type"] == "default":
            return str(field["schema"]["default"])
    return None
