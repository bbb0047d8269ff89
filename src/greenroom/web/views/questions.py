"""Questions: the chooser, and one question with the box for its answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from greenroom.practice import answers, questions
from greenroom.web.present.practice import SQL_TYPE, exercise_kinds, type_rows
from greenroom.web.present.question import asking
from greenroom.web.present.rows import question_rows

from .text import whole


@require_safe
@never_cache
def practise(request: HttpRequest) -> HttpResponse:
    """Show the interview types; ``?type=`` lists the questions of one."""
    types = questions.chooser(request.user)
    context = {
        "types": type_rows(types),
        "exercises": exercise_kinds(),
        "sql_type": SQL_TYPE,
        "chosen": None,
        "questions": (),
    }
    if wanted := request.GET.get("type", "")[:100]:
        chosen = questions.chosen(types, wanted)
        context |= {"chosen": chosen.type, "questions": question_rows(chosen.questions, answers.history(request.user))}
    return render(request, "practise.html", context)


@require_safe
@never_cache
def next_one(request: HttpRequest, type: str) -> HttpResponse:
    """Go to the question of this type that is due next."""
    return redirect("question", questions.pick(request.user, type).question.slug)


@require_safe
@never_cache
def one(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a question. ``?follows=ID`` puts that try into the box, ``?fresh=1`` nothing; else the draft."""
    sheet = questions.open(request.user, slug)
    follows = whole(request.GET.get("follows"))
    earlier = answers.open(request.user, follows) if follows else None
    text = "" if request.GET.get("fresh") else sheet.draft or (earlier.text if earlier else "")
    restored = bool(text) and text == sheet.draft
    return render(request, "question.html", asking(sheet, text=text, restored=restored, follows=follows))
