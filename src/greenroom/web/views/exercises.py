"""Exercises: the shelf, one exercise with its editor, a sitting, the report on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from greenroom.practice import exercises, labs, reports, sittings
from greenroom.practice.errors import NotHere, Unusable
from greenroom.web.present.exercise import exercise_view, exercises_view
from greenroom.web.present.report import report_view

ASKED = ("search", "kind", "level", "competency", "state")


@require_safe
@never_cache
def shelf(request: HttpRequest) -> HttpResponse:
    """List exercises; the query's ``search``, ``kind``, ``level``, ``competency`` and ``state`` narrow the list."""
    asked = {name: request.GET.get(name, "")[:200] for name in ASKED}
    found = exercises.shelf(request.user, **asked)
    return render(request, "exercises.html", {**exercises_view(found), **asked})


@require_safe
@never_cache
def one(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an exercise: how to begin it, or the parts reached and the editor."""
    sheet = exercises.open(request.user, slug)
    return render(request, "exercise.html", exercise_view(sheet, labs.known(sheet.kind)))


@require_POST
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a sitting, or go on with the live one in another language. ``again`` begins anew at part 1."""
    mode, language = request.POST.get("mode", "open"), request.POST.get("language", "")
    try:
        sittings.begin(request.user, slug, mode=mode, language=language, again=bool(request.POST.get("again")))
    except Unusable as error:
        raise NotHere(str(error)) from error
    return redirect("exercise", slug)


@require_safe
@never_cache
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the live sitting shows: parts, minutes, regressions, own tests, hints."""
    return render(request, "exercise_report.html", report_view(reports.open(request.user, slug)))
