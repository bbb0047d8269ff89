"""A method that an address does not know, told as a problem like every other error of the API."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .problems import problem


class NotAllowed:
    """Put a problem in place of the plain text that the router answers with; ``Allow`` stays."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or not request.path.startswith("/api/"):
            return response
        allowed = response.get("Allow", "")
        told = problem(405, "refused", "Not allowed here", f"This address answers {allowed}, not {request.method}.")
        told["Allow"] = allowed
        return told
