"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from greenroom import __version__


def house(request: HttpRequest) -> dict[str, Any]:
    """Add the version, and the folder of what is stored for whoever is signed in."""
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    return {"version": __version__, "folder": settings.HOME if signed_in else "", "signed_in": signed_in}
