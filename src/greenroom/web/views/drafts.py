"""Drafts: kept while the candidate types."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from greenroom.practice import drafts

from .text import plain_text


@require_POST
def keep(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the text; 204. The text comes as the form field ``text``."""
    drafts.keep(request.user, slug, plain_text(request))
    return HttpResponse(status=204)
