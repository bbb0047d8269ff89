"""Reading a reply: only the agreed fields, only as texts. Everything else in it has no way in."""

import json
import re
import unicodedata
from typing import Any

from greenroom.core.fact import fact

_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)


@fact
class Claimed:
    """A remark as the model made it; nothing about it has been checked."""

    code: str
    quote: str
    criterion: str
    advice: str


@fact
class Reply:
    """A reply of the agreed form. ``malformed`` counts remarks that lacked a field."""

    claims: tuple[Claimed, ...]
    next_step: str
    follow_up: str
    malformed: int = 0


def content(body: bytes) -> str | None:
    """Return the text of the first choice of a chat completion, or None when ``body`` is none."""
    try:
        text = _load(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError):
        return None
    return text if isinstance(text, str) else None


def reply(text: str) -> Reply | None:
    """Read the model's text, or return None when it is not one object of the agreed form."""
    fenced = _FENCE.match(text)
    try:
        data = _load(fenced[1] if fenced else text)
    except ValueError:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("remarks"), list):
        return None
    claims = [_claim(item) for item in data["remarks"]]
    return Reply(
        claims=tuple(claim for claim in claims if claim is not None),
        next_step=_text(data.get("next_step")),
        follow_up=_text(data.get("follow_up")),
        malformed=claims.count(None),
    )


def _load(data: str | bytes) -> Any:
    """Read JSON; raises ``ValueError`` for anything that is none, however deep."""
    try:
        return json.loads(data)
    except RecursionError:
        raise ValueError("nested too deep") from None


def _claim(item: object) -> Claimed | None:
    if not isinstance(item, dict):
        return None
    fields = {name: _text(item.get(name)) for name in ("code", "quote", "criterion", "advice")}
    return Claimed(**fields) if all(fields.values()) else None


def _text(value: object) -> str:
    """White space folded; invisible and unpaired characters left out, which no page and no database should hold."""
    if not isinstance(value, str):
        return ""
    folded = " ".join(value.split())
    return "".join(char for char in folded if unicodedata.category(char)[0] != "C")
