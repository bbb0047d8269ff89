"""A failing schedule of a race, run again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from greenroom.practice import replays, submissions
from greenroom.practice.errors import Unusable
from greenroom.web.present.timeline import timeline_view

from .text import by_script


@require_POST
def run(request: HttpRequest, id: int) -> HttpResponse:
    """Run the form's ``schedule`` with the submission's steps and show what each session did."""
    schedule = request.POST.get("schedule", "")
    context: dict[str, object] = {"id": id, "schedule": schedule, "slug": submissions.open(request.user, id).slug}
    try:
        context["timeline"] = timeline_view(replays.of_submission(request.user, id, schedule))
        status = 200
    except Unusable as error:
        context["error"], status = str(error), 422
    return render(request, "sql/replay.html" if by_script(request) else "race_replay.html", context, status=status)
