"""What the validator found, in words for the person who wrote the data: "what is wrong; what to do"."""

from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

_PLAIN = {
    "missing": "is missing; add it",
    "bool_type": "must be true or false; write one of them without quotes",
    "int_type": "must be a whole number; write digits without quotes",
    "int_from_float": "must be a whole number; leave out the fraction",
    "float_type": "must be a number; write it without quotes",
    "tuple_type": "must be a list; put each item on a line of its own after a dash",
    "list_type": "must be a list; put each item on a line of its own after a dash",
    "dict_type": "must be a mapping; write each entry as key: value",
    "dataclass_type": "must be a mapping of fields; write each as name: value",
    "dataclass_exact_type": "must be a mapping of fields; write each as name: value",
    "too_long": "has too many items; keep as many as the field takes",
    "union_tag_not_found": "does not say its kind; add kind",
}
_DATES = ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact")


def word(error: ErrorDetails, known: tuple[str, ...]) -> str:
    """Return the message for ``error``; ``known`` are the field names of the whole document's facts."""
    kind, given = error["type"], error["input"]
    context: dict[str, Any] = error.get("ctx", {})
    if kind == "string_type":
        return _text(given)
    if kind in ("enum", "literal_error"):
        if isinstance(given, bool):  # off and on, no and yes, written without quotes
            return f"was read as {str(given).lower()}; quote it: {context['expected']}"
        return f"is {_short(given)}, which is not known here; write {context['expected']}"
    if kind in _DATES:
        return f"is {_short(given)}, which is not a day; write it like 2026-01-31"
    if kind == "unexpected_keyword_argument":
        return _unknown(str(error["loc"][-1]), known)
    if kind == "union_tag_invalid":
        return f"has the kind {_short(context['tag'])}; write one of {context['expected_tags']}"
    return _PLAIN.get(kind) or f"cannot be read ({error['msg'].lower()}); see docs/authoring"


def _text(given: object) -> str:
    """YAML reads ``no`` as false, ``1.10`` as 1.1 and ``12:30`` as 750, so text is never made from them."""
    if isinstance(given, bool):
        return f"must be text, and was read as {str(given).lower()}; quote it"
    if isinstance(given, int | float):
        return f"must be text, and was read as the number {given}; quote it"
    if given is None:
        return "is empty; write its text, or leave the line out if the field may be left out"
    return "must be text; write a single text here"


def _unknown(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"is not a field that is known here; {f'did you mean {near[0]}?' if near else 'take it out'}"


def _short(given: object) -> str:
    text = repr(given)
    return text if len(text) <= 40 else text[:37] + "..."
