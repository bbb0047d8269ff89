"""Errors as RFC 9457 problem details: ``application/problem+json``, with a type that is a relative reference."""

import json
import logging
import secrets
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from greenroom.practice.errors import NotHere, OtherKind, Unusable

log = logging.getLogger(__name__)


def problem(status: int, type: str, title: str, detail: str, **more: Any) -> HttpResponse:
    """Return a problem. ``type`` is the last part of its address in ``docs/api/problems.md``."""
    body = {"type": f"/api/problems#{type}", "title": title, "status": status, "detail": detail, **more}
    return HttpResponse(json.dumps(body), status=status, content_type="application/problem+json")


def install(api: NinjaAPI) -> None:
    """Answer every error of ``api`` with a problem."""
    api.add_exception_handler(NotHere, _not_here)
    api.add_exception_handler(OtherKind, _other_kind)
    api.add_exception_handler(Unusable, _unusable)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(AuthenticationError, _no_token)
    api.add_exception_handler(HttpError, _http)
    api.add_exception_handler(RequestDataTooBig, _too_big)
    api.add_exception_handler(Exception, _our_fault)


def _not_here(request: HttpRequest, error: NotHere | type[NotHere]) -> HttpResponse:
    return problem(404, "not-here", "Not here", str(error))


def _unusable(request: HttpRequest, error: Unusable | type[Unusable]) -> HttpResponse:
    return problem(422, "unusable", "Cannot be taken", str(error))


def _other_kind(request: HttpRequest, error: OtherKind | type[OtherKind]) -> HttpResponse:
    return problem(409, "other-kind", "For another kind of exercise", str(error))


def _no_token(request: HttpRequest, error: Any) -> HttpResponse:
    detail = "Send a token as `Authorization: Bearer gr_...`. `./greenroom token new NAME` makes one."
    response = problem(401, "no-token", "No valid token", detail)
    response["WWW-Authenticate"] = 'Bearer realm="greenroom"'
    return response


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    errors = [{"field": ".".join(str(p) for p in e["loc"]), "message": e["msg"]} for e in error.errors]
    detail = "; ".join(f"{e['field']}: {e['message']}" for e in errors)
    return problem(422, "invalid", "The request does not fit", detail, errors=errors)


def _http(request: HttpRequest, error: Any) -> HttpResponse:
    kind = "unreadable" if error.status_code == 400 else "refused"
    return problem(error.status_code, kind, "The request was refused", str(error))


def _too_big(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(413, "too-big", "Too big", "A body may have at most 4 MiB.")


def _our_fault(request: HttpRequest, error: Any) -> HttpResponse:
    reference = secrets.token_hex(4)
    log.exception("our fault %s at %s %s", reference, request.method, request.path)
    detail = f"Something in Greenroom broke; nothing was scored. The log has it as {reference}."
    return problem(500, "our-fault", "Our fault", detail)
