"""A model of the candidate's own: name it, read what would be sent, agree, ask. The browser never talks to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from greenroom.practice import model
from greenroom.practice.errors import NotAgreed, Unusable
from greenroom.web.present.model import SERVERS, preview_view, settings_view

from .text import whole


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def settings(request: HttpRequest) -> HttpResponse:
    """Show the settings, with a preview for ``?answer=ID``; a form changes them, and switches off with no address."""
    if request.method != "POST":
        return _page(request)
    address, name = (request.POST.get(field, "").strip() for field in ("address", "model"))
    if not address:
        model.switch_off(request.user)
        return redirect("model")
    try:
        model.choose(request.user, address, name)
    except Unusable as unusable:
        return _page(request, fault=str(unusable), typed={"address": address, "name": name}, status=422)
    return redirect(_here(request))


@require_POST
def agree(request: HttpRequest) -> HttpResponse:
    """Keep the consent to the address that the page showed; nothing is sent by it."""
    try:
        model.agree(request.user, request.POST.get("address", ""))
    except NotAgreed as changed:
        return _page(request, fault=str(changed), status=409)
    answer = whole(request.POST.get("answer"))
    return redirect(reverse("answer", args=(answer,)) + "#model") if answer else redirect("model")


@require_POST
def ask(request: HttpRequest, id: int) -> HttpResponse:
    """Ask the model about this answer, then show it; without consent, show what would be sent."""
    try:
        model.ask(request.user, id)
    except NotAgreed:
        return redirect(f"{reverse('model')}?answer={id}")
    return redirect(reverse("answer", args=(id,)) + "#model")


def _page(
    request: HttpRequest, *, fault: str = "", typed: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    chosen = settings_view(model.settings(request.user))
    asked_for = whole(request.GET.get("answer") or request.POST.get("answer"))
    context = {
        "model": chosen,
        "typed": typed or {"address": chosen.address, "name": chosen.name},
        "fault": fault,
        "answer_id": asked_for,
        "preview": preview_view(model.preview(request.user, asked_for)),
        "servers": SERVERS,
    }
    return render(request, "model.html", context, status=status)


def _here(request: HttpRequest) -> str:
    answer = whole(request.POST.get("answer"))
    return reverse("model") + (f"?answer={answer}" if answer else "")
