"""Shows a page that explains itself to whoever is not signed in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from greenroom.web.views.text import typed

OPEN = ("/enter/", "/healthz", "/static/", "/design", "/api/v1/")  # the API asks for a token instead


class SignedIn:
    """Let a signed-in candidate through; show everybody else how to get in (401)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OPEN) or request.user.is_authenticated:
            return self.get_response(request)
        return render(request, "entry.html", {"text": typed(request)}, status=401)
