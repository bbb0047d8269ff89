"""Lets in requests of Greenroom's own pages only: no other web page in the same browser may change anything."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class OwnOrigin:
    """Refuse a changing request whose ``Origin`` or ``Sec-Fetch-Site`` names another site.

    Django's form token stands behind this as the second lock; ``ALLOWED_HOSTS`` refuses a foreign ``Host``
    (a page that rebinds its name to the loopback address).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.get_host()  # raises DisallowedHost before anything is read
        if request.method not in SAFE and not _own(request):
            return HttpResponseForbidden("Only Greenroom's own pages may do this.", content_type="text/plain")
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def _own(request: HttpRequest) -> bool:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()
