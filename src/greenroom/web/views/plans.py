"""Plans without the candidate's indexes: mark the node that costs most, then see."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from greenroom.practice import exercises, plans
from greenroom.practice.errors import Unusable
from greenroom.web.present.plan import before_view, guess_view, making_view

from .text import by_script, whole


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def before(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the plans with their costs hidden; POST judges a guess at the worst ``node`` of ``query``."""
    context: dict[str, object] = {"slug": slug}
    status = 200
    if request.method == "POST":
        try:
            node = whole(request.POST.get("node"))
            sheet = plans.guess(request.user, slug, request.POST.get("query", ""), -1 if node is None else node)
            context["guess"] = guess_view(sheet)
        except Unusable as error:
            context["error"], status = str(error), 422
        if by_script(request):
            return render(request, "sql/guess.html", context, status=status)
    context["plans"] = before_view(plans.before(request.user, slug))
    if by_script(request):
        return render(request, "sql/before.html", context, status=status)
    context["title"] = exercises.open(request.user, slug).title
    return render(request, "exercise_plans.html", context, status=status)


@require_safe
@never_cache
def making(request: HttpRequest, slug: str) -> HttpResponse:
    """Say in words how far the rows of the exercise are."""
    return JsonResponse({"says": making_view(plans.far(request.user, slug))})
