"""What Greenroom keeps of a candidate, and the way to take it along."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from greenroom.practice import keeping, session


@require_safe
@never_cache
def kept(request: HttpRequest) -> HttpResponse:
    """Say what is kept, how much of it, and where."""
    return render(request, "kept.html", {"kept": keeping.count(request.user), "home": settings.HOME})


@require_safe
@never_cache
def archive(request: HttpRequest) -> HttpResponse:
    """Send everything as one zip file."""
    response = HttpResponse(keeping.export(request.user), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="greenroom.zip"'
    return response


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End every session of this candidate, this one too."""
    session.sign_out_everywhere(request.user)
    logout(request)
    return render(request, "entry.html", {"notice": "Every browser is signed out."}, status=401)
