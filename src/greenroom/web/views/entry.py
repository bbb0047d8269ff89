"""The one-time link, and the sign that the server is up."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from greenroom import __version__
from greenroom.practice import session
from greenroom.practice.errors import LinkSpent


@require_safe
@never_cache
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Spend the link and sign its candidate in; a spent link of somebody already signed in goes to the first page."""
    if request.method == "HEAD":  # a preview of the link must not spend it
        return HttpResponse()
    try:
        candidate = session.enter(token)
    except LinkSpent as spent:
        return _spent(request, spent)
    login(request, candidate, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


def _spent(request: HttpRequest, spent: LinkSpent) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("home")
    return render(request, "entry.html", {"notice": str(spent)}, status=401)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that this is Greenroom and which version, and nothing else."""
    return HttpResponse(f"greenroom {__version__}\n", content_type="text/plain")
