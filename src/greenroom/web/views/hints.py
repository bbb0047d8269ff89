"""Hints: the ladder on the open part, opened one level at a time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from greenroom.practice import hints
from greenroom.web.present.hints import hints_view

from .text import by_script


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ladder(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the ladder; POST opens the next level first."""
    climbed = hints.climb if request.method == "POST" else hints.open
    context = {**hints_view(climbed(request.user, slug)), "slug": slug}
    return render(request, "code/hints.html" if by_script(request) else "exercise_hints.html", context)
