"""The tables of an SQL exercise, for the schema browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from greenroom.practice import exercises, tables
from greenroom.web.present.tables import tables_view

from .text import by_script


@require_safe
@never_cache
def browse(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the tables. The first look at a schema starts the lab's server and waits for it."""
    found = tables_view(tables.open(request.user, slug))
    if by_script(request):
        return render(request, "sql/tables.html", found)
    sheet = exercises.open(request.user, slug)
    return render(request, "exercise_tables.html", {**found, "slug": slug, "title": sheet.title})
