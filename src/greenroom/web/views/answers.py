"""Answers: give one, look at one, set two side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from greenroom.practice import answers, model, questions
from greenroom.practice.errors import NotHere
from greenroom.web.present.compare import compare_view
from greenroom.web.present.feedback import answer_view, feedback_view
from greenroom.web.present.model import notes_view
from greenroom.web.present.question import asking, question_view

from .text import level_of, plain_text, whole


@require_POST
def give(request: HttpRequest, slug: str) -> HttpResponse:
    """Take an answer. A script gets the feedback to show in the same page; a plain form is sent to the answer."""
    form = {name: whole(request.POST.get(name)) for name in ("predicted", "seconds", "follows")}
    level = level_of(request.POST.get("level"))
    sheet = answers.give(request.user, slug, plain_text(request), level=level, once=True, **form)
    if request.headers.get("X-Requested-With") == "fetch":
        return _fragment(request, sheet)
    return redirect("answer", sheet.id) if sheet.id else _nothing_written(request, sheet)


@require_safe
@never_cache
def one(request: HttpRequest, id: int) -> HttpResponse:
    """Show an answer with its feedback."""
    return render(request, "answer.html", _context(request, answers.open(request.user, id)))


@require_safe
@never_cache
def beside(request: HttpRequest, id: int, other: int) -> HttpResponse:
    """Show two tries at one question side by side, the earlier one first."""
    pair = sorted((answers.open(request.user, n) for n in (id, other)), key=lambda sheet: (sheet.given_at, sheet.id))
    if pair[0].question.id != pair[1].question.id:
        raise NotHere("These two are not tries at one question.")
    return render(request, "compare.html", compare_view(*pair))


def _fragment(request: HttpRequest, sheet: answers.AnswerSheet) -> HttpResponse:
    context = {**_context(request, sheet), "inline": True}
    response = render(request, "components/feedback.html", context, status=200 if sheet.id else 422)
    if sheet.id:
        response["X-Answer"] = reverse("answer", args=(sheet.id,))
    return response


def _nothing_written(request: HttpRequest, sheet: answers.AnswerSheet) -> HttpResponse:
    asked = asking(questions.open(request.user, sheet.question.slug), text=sheet.text)
    return render(request, "question.html", {**asked, **_context(request, sheet)}, status=422)


def _context(request: HttpRequest, sheet: answers.AnswerSheet) -> dict[str, object]:
    question, answer = question_view(sheet.question), answer_view(sheet)
    said = notes_view(model.notes(request.user, sheet)) if sheet.id and sheet.scorecard.scored else None
    return {"question": question, "answer": answer, "feedback": feedback_view(sheet), "model": said}
