"""Values that come back from the candidate's process: strict JSON, measured before it is parsed."""

import json
import math
import re
from typing import Any

DEPTH, DIGITS = 200, 400
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")
_LONG_NUMBER = re.compile(rb"\d{%d}" % (DIGITS + 1))


class NotAValue(ValueError):
    """Bytes that are no value. The text says why, for the candidate."""


def parsed(data: bytes) -> Any:
    """Return the value in ``data``; raise ``NotAValue`` for anything that strict JSON within the limits is not."""
    _measured(data)
    try:
        return json.loads(
            data.decode("utf-8"), parse_constant=_no_constant, parse_float=_float, object_pairs_hook=_once
        )
    except NotAValue:
        raise
    except UnicodeDecodeError:
        raise NotAValue("the returned value is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise NotAValue(f"the returned value is not JSON ({error})") from None


def _measured(data: bytes) -> None:
    """Look over the bytes before they are parsed: how deep they nest, how long their longest number is."""
    bare = _STRING.sub(b"", data)
    depth = 0
    for bracket in _BRACKET.finditer(bare):
        depth += 1 if bracket.group() in b"[{" else -1
        if depth > DEPTH:
            raise NotAValue(f"the returned value is nested more than {DEPTH} deep")
    if _LONG_NUMBER.search(bare):
        raise NotAValue(f"the returned value holds a number of more than {DIGITS} digits")


def _no_constant(name: str) -> Any:
    raise NotAValue(f"{name} is not a JSON number")


def _float(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise NotAValue("the returned value holds a number that is too large")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotAValue("the returned value names a key twice")
    return found
