"""The points of a checklist that are done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from greenroom.practice import checklists


@require_POST
def put(request: HttpRequest, company: str, role: str, item: str) -> HttpResponse:
    """Tick the point when the form says ``done=1``, else untick it; 204 for a script, else back to the guide."""
    change = checklists.tick if request.POST.get("done") == "1" else checklists.untick
    change(request.user, company, role, item)
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect(reverse("guide", args=(company, role)) + f"#check-{item}")
