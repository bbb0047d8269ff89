"""What a form sends, as values."""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest
from django.http.request import RawPostDataException, UnreadablePostError

from greenroom.core.question import Level


def plain_text(request: HttpRequest) -> str:
    """Return the form field ``text`` with line ends as the candidate typed them (a form sends CR LF)."""
    return str(request.POST.get("text", "")).replace("\r\n", "\n")


def lines(request: HttpRequest, name: str) -> str:
    """Return the form field ``name`` with line ends as the candidate typed them."""
    return str(request.POST.get(name, "")).replace("\r\n", "\n")


def by_script(request: HttpRequest) -> bool:
    """Say whether a script of the page asks, and wants a piece of a page rather than a whole one."""
    return request.headers.get("X-Requested-With") == "fetch"


def whole(value: object) -> int | None:
    """Return a form's value as a whole number of at most eleven digits, or None."""
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def level_of(value: object) -> Level | None:
    """Return a form's value as a level, or None when it names none."""
    return next((level for level in Level if level.value == value), None)


def typed(request: HttpRequest) -> str:
    """Return what was typed, to give it back on a page that refuses it; "" when the form itself cannot be read."""
    try:
        return plain_text(request)
    except (BadRequest, SuspiciousOperation, UnreadablePostError, RawPostDataException, LookupError, ValueError):
        return ""
