"""Pages for what went wrong. Each says whose fault it is and what to do."""

import logging
import secrets

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .text import typed

log = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: the name is not here, or not the candidate's."""
    context = {"message": getattr(exception, "message", ""), "nearest": getattr(exception, "nearest", "")}
    return render(request, "not_found.html", context, status=404)


def our_fault(request: HttpRequest) -> HttpResponse:
    """500: ours. What was typed is in the page again, in the browser and in the draft; the log never holds it."""
    reference = secrets.token_hex(4)
    log.error("our fault %s at %s %s", reference, request.method, request.path)
    context = {"text": typed(request), "reference": reference}
    return render(request, "error.html", context, status=500)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's token is missing or old. The text goes back into the page, so that it can be sent again."""
    return render(request, "form_refused.html", {"text": typed(request)}, status=403)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 and 413: the request itself cannot be taken, because it is too big or not well formed."""
    big = isinstance(exception, RequestDataTooBig | TooManyFieldsSent)
    message = "That was more than a form may carry (4 MB)." if big else "The request could not be read."
    return render(request, "error.html", {"message": message, "text": ""}, status=413 if big else 400)
