"""Turns ``NotHere`` into a page that says so, in its own words."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from greenroom.practice.errors import NotHere
from greenroom.web.views.errors import not_found


class NotHerePage:
    """Answer 404 for whatever ``practice`` does not have, or will not show to this candidate."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Handle ``NotHere``; every other exception is a bug of ours and goes on."""
        return not_found(request, exception) if isinstance(exception, NotHere) else None
