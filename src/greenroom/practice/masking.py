"""Masks what should not leave the machine when an answer is shown to somebody else."""

from collections.abc import Iterator
from typing import Any

MASKED = frozenset({"personal_data", "secret_in_text"})
BLOCK = "\N{FULL BLOCK}"


def masked_answer(row: dict[str, Any]) -> dict[str, Any]:
    """Return an answer's row with the personal data and secrets that the engine noticed replaced, in all its text.

    Every mask is as long as what it hides, so that the offsets of all findings stay true.
    """
    hidden = sorted(set(_hidden(row["scorecard"])), key=len, reverse=True)
    return {**row, "text": _mask(row["text"], hidden), "scorecard": _mask(row["scorecard"], hidden)}


def _hidden(scorecard: dict[str, Any]) -> Iterator[str]:
    for finding in scorecard.get("findings", ()):
        evidence = finding.get("evidence", {})
        if finding.get("code") in MASKED and evidence.get("kind") == "quote":
            yield evidence["text"]


def _mask(value: Any, hidden: list[str]) -> Any:
    if isinstance(value, str):
        for text in hidden:
            value = value.replace(text, BLOCK * len(text))
        return value
    if isinstance(value, dict):
        return {key: _mask(inner, hidden) for key, inner in value.items()}
    return [_mask(inner, hidden) for inner in value] if isinstance(value, list) else value
