"""Every address. A new verb is a new resource."""

from django.urls import path

from greenroom.api.app import api
from greenroom.web.views import (
    answers,
    code_drafts,
    design,
    drafts,
    entry,
    exercises,
    guides,
    hints,
    history,
    home,
    kept,
    model,
    opinions,
    plans,
    questions,
    replays,
    submissions,
    tables,
    ticks,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("guides", guides.shelf, name="guides"),
    path("guides/<slug:company>/<slug:role>", guides.one, name="guide"),
    path("guides/<slug:company>/<slug:role>/ticks/<slug:item>", ticks.put, name="tick"),
    path("practise", questions.practise, name="practise"),
    path("practise/<slug:type>", questions.next_one, name="practise-type"),
    path("questions/<slug:slug>", questions.one, name="question"),
    path("questions/<slug:slug>/answers", answers.give, name="give"),
    path("questions/<slug:slug>/tries", history.of_question, name="tries"),
    path("questions/<slug:slug>/draft", drafts.keep, name="draft"),
    path("exercises", exercises.shelf, name="exercises"),
    path("exercises/<slug:slug>", exercises.one, name="exercise"),
    path("exercises/<slug:slug>/sittings", exercises.begin, name="sittings"),
    path("exercises/<slug:slug>/report", exercises.report, name="report"),
    path("exercises/<slug:slug>/draft", code_drafts.keep, name="code-draft"),
    path("exercises/<slug:slug>/hints", hints.ladder, name="hints"),
    path("exercises/<slug:slug>/plans", plans.before, name="plans"),
    path("exercises/<slug:slug>/making", plans.making, name="making"),
    path("exercises/<slug:slug>/tables", tables.browse, name="tables"),
    path("exercises/<slug:slug>/submissions", submissions.give, name="submit"),
    path("submissions/<int:id>", submissions.one, name="submission"),
    path("submissions/<int:id>/results", submissions.results, name="results"),
    path("submissions/<int:id>/cancellations", submissions.cancel, name="cancel"),
    path("submissions/<int:id>/replays", replays.run, name="replays"),
    path("submissions/<int:id>/wrong-passes", submissions.report_wrong_pass, name="wrong-pass"),
    path("answers/<int:id>", answers.one, name="answer"),
    path("answers/<int:id>/beside/<int:other>", answers.beside, name="beside"),
    path("answers/<int:id>/opinions/<int:place>", opinions.put, name="opinion"),
    path("answers/<int:id>/model-readings", model.ask, name="model-reading"),
    path("model", model.settings, name="model"),
    path("model/consents", model.agree, name="model-consent"),
    path("history", history.history, name="history"),
    path("kept", kept.kept, name="kept"),
    path("kept/sign-outs", kept.sign_out, name="sign-out"),
    path("kept/archive.zip", kept.archive, name="archive"),
    path("design", design.design, name="design"),
    path("enter/<str:token>", entry.enter, name="enter"),
    path("api/v1/", api.urls),
    path("healthz", entry.healthz, name="healthz"),
]

handler400 = "greenroom.site.lost.refused"
handler404 = "greenroom.site.lost.not_found"
handler500 = "greenroom.site.lost.our_fault"
