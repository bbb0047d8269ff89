"""Code and own tests, kept while the candidate types."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from greenroom.practice import code_drafts
from greenroom.practice.errors import Unusable

from .text import lines


@require_POST
def keep(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the form fields ``code`` and ``tests`` for ``language``; 204."""
    try:
        language = request.POST.get("language", "")
        code_drafts.keep(request.user, slug, language, lines(request, "code"), lines(request, "tests"))
    except Unusable as error:
        return HttpResponse(str(error), status=422, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)
