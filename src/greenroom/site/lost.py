"""What has no address: a page for people, a problem for programs."""

from django.http import HttpRequest, HttpResponse

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
