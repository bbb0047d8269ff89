"""Today: the one next thing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from greenroom.practice import today
from greenroom.web.present.home import home_view


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """Show what to do next."""
    return render(request, "home.html", home_view(today.open(request.user)))
