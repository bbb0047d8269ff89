"""Submissions: hand one in, follow it, cancel it, report that it passed wrongly."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from greenroom.core.language import Language
from greenroom.practice import exercises, labs, submissions, wrong_passes
from greenroom.practice.errors import Unusable
from greenroom.web.present.exercise import exercise_view
from greenroom.web.present.submission import case_rows, progress_view, submission_view

from .text import by_script, lines, whole

PATIENCE = 20  # seconds that a page waits for the next result before it asks again


@require_POST
def give(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a submission. A script gets what is known so far and follows it; a plain form is sent to its page."""
    scope = "visible" if request.POST.get("scope") == "visible" else "all"
    try:
        id = submissions.submit(request.user, slug, _files(request), scope=scope)
    except Unusable as error:
        return _not_taken(request, slug, str(error))
    if by_script(request):
        response = _outcome(request, id, status=201)
        response["X-Submission"] = reverse("submission", args=(id,))
        return response
    return redirect("submission", id)


@require_safe
@never_cache
def one(request: HttpRequest, id: int) -> HttpResponse:
    """Show a submission as far as it is known; a page without script asks again by itself until it is over."""
    if by_script(request):
        return _outcome(request, id)
    return render(request, "submission.html", submission_view(submissions.open(request.user, id)))


@require_safe
@never_cache
def results(request: HttpRequest, id: int) -> HttpResponse:
    """Wait for what is known beyond ``since`` results of ``attempt``, and return those cases as list items.

    ``X-Attempt``, ``X-Known``, ``X-Expected`` and ``X-Over`` say where it stands. With another attempt all its
    results come, and what the page shows of the earlier one is to be forgotten.
    """
    since, attempt = whole(request.GET.get("since")) or 0, whole(request.GET.get("attempt"))
    progress = submissions.wait(request.user, id, since, attempt=attempt, seconds=PATIENCE)
    response = render(request, "code/cases.html", {"cases": case_rows(progress.results)})
    response["X-Attempt"], response["X-Known"] = progress.attempt, progress.known
    response["X-Expected"], response["X-Over"] = progress.expected, "yes" if progress.over else ""
    response["X-Says"] = progress_view(progress).said
    return response


@require_POST
def cancel(request: HttpRequest, id: int) -> HttpResponse:
    """Stop judging; what is known stays."""
    submissions.cancel(request.user, id)
    return HttpResponse(status=204) if by_script(request) else redirect("submission", id)


@require_POST
def report_wrong_pass(request: HttpRequest, id: int) -> HttpResponse:
    """Keep an accepted submission as a candidate for a wrong solution, with the candidate's reason."""
    try:
        folder = wrong_passes.report(request.user, id, request.POST.get("reason", ""))
    except Unusable as error:
        return render(request, "code/wrong_pass.html", {"id": id, "error": str(error)}, status=422)
    return render(request, "code/wrong_pass.html", {"id": id, "kept_in": folder})


def _files(request: HttpRequest) -> dict[str, bytes]:
    """Return the form's code and own tests as files."""
    named = {one.value: one.file for one in Language}
    file = named.get(request.POST.get("language", ""), Language.PYTHON.file)
    files, tests = {file: lines(request, "code").encode()}, lines(request, "tests")
    return files | ({"tests.txt": tests.encode()} if tests.strip() else {})


def _outcome(request: HttpRequest, id: int, *, status: int = 200) -> HttpResponse:
    context = submission_view(submissions.open(request.user, id))
    return render(request, "code/outcome.html", {**context, "inline": True}, status=status)


def _not_taken(request: HttpRequest, slug: str, why: str) -> HttpResponse:
    if by_script(request):
        return HttpResponse(why, status=422, content_type="text/plain; charset=utf-8")
    typed = {"code": lines(request, "code"), "tests": lines(request, "tests"), "error": why}
    typed["language"] = request.POST.get("language", "")
    sheet = exercises.open(request.user, slug)
    return render(request, "exercise.html", exercise_view(sheet, labs.known(sheet.kind), typed=typed), status=422)
