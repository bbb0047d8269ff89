"""The OpenAPI document keeps to the code."""

from pathlib import Path

from greenroom.api.document import document, text

KEPT = Path(__file__).resolve().parents[2] / "docs/api/openapi.yaml"


def test_the_kept_document_is_what_the_code_says():
    assert KEPT.read_text() == text(), "run `make openapi` and look at what changed"


def test_every_operation_has_an_id_and_says_how_it_fails():
    for path, operations in document()["paths"].items():
        for method, operation in operations.items():
            assert operation["operationId"], (path, method)
            assert operation["description"], (path, method)
            assert {"401", "422"} <= set(map(str, operation["responses"])), (path, method)
