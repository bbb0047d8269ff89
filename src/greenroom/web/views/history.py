"""What this candidate has answered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from greenroom.practice import answers, asking, questions
from greenroom.web.present.home import start
from greenroom.web.present.question import question_view
from greenroom.web.present.rows import by_question, days, growth, tries


@require_safe
@never_cache
def history(request: HttpRequest) -> HttpResponse:
    """List all answers, newest first, and the questions answered."""
    cards = answers.history(request.user)
    context = {"days": days(cards), "questions": by_question(cards), "total": answers.total(request.user)}
    if not cards:
        context["start"] = start(questions.pick(request.user))
    return render(request, "history.html", context)


@require_safe
@never_cache
def of_question(request: HttpRequest, slug: str) -> HttpResponse:
    """List the tries at one question, newest first, with each criterion's way."""
    question = asking.one(slug)
    cards = answers.tries(request.user, slug)
    criteria = growth(cards, asking.rubric_of(question))
    context = {"question": question_view(question), "tries": tries(cards), "criteria": criteria}
    return render(request, "question_history.html", context)
