"""What a candidate says of a finding."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from greenroom.practice import opinions


@require_POST
def put(request: HttpRequest, id: int, place: int) -> HttpResponse:
    """Keep what the form field ``says`` says of the finding at ``place``; empty takes it back. 204 for a script."""
    says, reason = str(request.POST.get("says", "")), str(request.POST.get("reason", ""))
    opinions.say(request.user, id, place, says, reason)
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect(reverse("answer", args=(id,)) + f"#f{place}")
