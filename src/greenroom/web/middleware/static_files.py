"""Static files as plain answers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware


class StaticFiles(WhiteNoiseMiddleware):
    """WhiteNoise, with each file read at once.

    WhiteNoise answers with a file that is read piece by piece without ``await``, which Django under ASGI takes with a
    warning in the terminal and then reads whole all the same. Ours are small, so they are read whole to begin with.
    """

    @staticmethod
    def serve(static_file: Any, request: HttpRequest) -> HttpResponse:
        """Answer with the file, the part of it that was asked for, or "not modified"."""
        found = static_file.get_response(request.method, request.META)
        body = b""
        if found.file is not None:
            with found.file:
                body = found.file.read()
        response = HttpResponse(body, status=int(found.status))
        del response["Content-Type"]  # WhiteNoise names the right one, and none where there is no body
        for name, value in found.headers:
            response[name] = value
        return response
