"""The OpenAPI document, made from the code. ``python -m greenroom.api`` prints it; a test holds the kept file to it."""

import json
from typing import Any

import yaml

from .app import api

HEAD = "# Made from the code by `make openapi`; a test fails when the two differ.\n"


def document() -> dict[str, Any]:
    """Return the document as data."""
    schema: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), default=str))
    for operations in schema["paths"].values():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                if int(status) >= 400:  # ninja knows one media type an operation; a problem has its own
                    response["content"] = {"application/problem+json": response["content"].pop("application/json")}
    return schema


def text() -> str:
    """Return the document as YAML, as it is kept in ``docs/api/openapi.yaml``."""
    return HEAD + yaml.safe_dump(document(), sort_keys=False, allow_unicode=True, width=100)
