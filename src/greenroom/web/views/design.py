"""The design system on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Show every token and component."""
    return render(request, "design.html")
