"""What has no address: a page for people, a problem for programs."""

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

from greenroom.api.problems import problem
from greenroom.web.views import errors


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 in the form that the asker reads."""
    if request.path.startswith("/api/"):
        return problem(404, "not-here", "Not here", "There is no such resource. docs/api/openapi.yaml lists them all.")
    return errors.not_found(request, exception)


def our_fault(request: HttpRequest) -> HttpResponse:
    """500 in the form that the asker reads."""
    if request.path.startswith("/api/"):
        return problem(500, "our-fault", "Our fault", "Something in Greenroom broke; nothing was scored.")
    return errors.our_fault(request)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 and 413 in the form that the asker reads. A foreign Host gets a bare line, since no page of ours is its."""
    if isinstance(exception, DisallowedHost):
        return HttpResponseBadRequest("This address is not one of Greenroom's.", content_type="text/plain")
    if request.path.startswith("/api/"):
        return problem(400, "unreadable", "The request was refused", "The request could not be read.")
    return errors.refused(request, exception)
