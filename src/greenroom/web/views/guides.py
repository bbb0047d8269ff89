"""Guides: the list, and one guide."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from greenroom.practice import guides
from greenroom.web.present.guide import guide_view
from greenroom.web.present.shelf import shelf_view


@require_safe
@never_cache
def shelf(request: HttpRequest) -> HttpResponse:
    """List guides; the query's ``search``, ``company`` and ``role`` narrow the list."""
    asked = {name: request.GET.get(name, "")[:200] for name in ("search", "company", "role")}
    found = guides.shelf(request.user, **asked)
    return render(request, "guides.html", {**shelf_view(found, guides.filters()), **asked})


@require_safe
@never_cache
def one(request: HttpRequest, company: str, role: str) -> HttpResponse:
    """Show a guide."""
    return render(request, "guide.html", {"guide": guide_view(guides.open(request.user, company, role))})
