"""Guides, questions, answers and history over the API."""

import pytest
from django.test import Client

from greenroom.practice import tokens

SLUG = "complex-technical-problem"
ANSWERS = f"/api/v1/questions/{SLUG}/answers"


def give(client: Client, text: str, **more):
    return client.post(ANSWERS, {"text": text, **more}, content_type="application/json")


def test_a_guide_comes_with_its_claims_and_their_sources(alices):
    guide = alices.get("/api/v1/guides/stripe/backend-developer").json()
    claims = [p for p in guide["sections"]["overview"] if p.get("say")]
    assert claims
    assert all(claim["source"] in guide["sources"] for claim in claims)


def test_a_question_comes_with_its_rubric_and_without_samples(alices):
    question = alices.get(f"/api/v1/questions/{SLUG}").json()
    assert question["rubric"]["criteria"]
    assert "samples" not in str(question.keys())


def test_an_answer_comes_back_with_its_feedback(alices, strong):
    given = give(alices, strong, predicted=4)
    assert given.status_code == 201
    body = given.json()
    for finding in body["feedback"]["findings"]:
        if finding["span"]:
            start, end = finding["span"]
            assert body["text"][start:end] == finding["evidence"]
    assert alices.get(f"/api/v1/answers/{body['id']}").json() == body


def test_the_history_is_ones_own_and_newest_first(alices, bobs, strong):
    first, second = give(alices, strong).json()["id"], give(alices, strong).json()["id"]
    give(bobs, strong)
    assert [a["id"] for a in alices.get("/api/v1/answers").json()["data"]] == [second, first]


def test_somebody_elses_answer_is_the_same_as_none(alices, bobs, strong):
    theirs = give(alices, strong).json()["id"]
    assert bobs.get(f"/api/v1/answers/{theirs}").json() == bobs.get(f"/api/v1/answers/{theirs + 99}").json()


def test_pages_follow_each_other_without_gap_or_overlap(alices):
    seen, cursor = [], ""
    while cursor is not None:
        page = alices.get("/api/v1/questions", {"limit": 7, "cursor": cursor}).json()
        seen += [card["slug"] for card in page["data"]]
        cursor = page["next"]
    everything = alices.get("/api/v1/questions", {"limit": 100}).json()["data"]
    assert seen == [card["slug"] for card in everything]
    assert len(seen) == len(set(seen)) >= 20


def test_a_new_answer_does_not_shift_the_next_page(alices, strong):
    ids = [give(alices, strong).json()["id"] for _ in range(4)]
    page = alices.get("/api/v1/answers", {"limit": 2}).json()
    give(alices, strong)
    following = alices.get("/api/v1/answers", {"limit": 2, "cursor": page["next"]}).json()
    assert [a["id"] for a in page["data"] + following["data"]] == ids[::-1]


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer gr_none", "Basic YTpi"])
def test_without_a_token_nothing_is_told(db, header):
    page = Client(HTTP_AUTHORIZATION=header).get("/api/v1/questions")
    assert page.status_code == 401
    assert page.headers["Content-Type"] == "application/problem+json"
    assert "Bearer" in page.headers["WWW-Authenticate"]


def test_a_revoked_token_is_as_good_as_none(alice, alices):
    tokens.revoke(alice, tokens.shelf(alice)[0].id)
    assert alices.get("/api/v1/questions").status_code == 401


def test_nobody_revokes_anothers_token(alice, alices, bob):
    with pytest.raises(LookupError):
        tokens.revoke(bob, tokens.shelf(alice)[0].id)
    assert alices.get("/api/v1/questions").status_code == 200


def test_a_browsers_session_opens_no_api(as_alice):
    assert as_alice.get("/api/v1/questions").status_code == 401


def test_the_token_itself_is_kept_nowhere(alice):
    from greenroom.records.models import ApiToken

    token = tokens.make(alice, "editor")
    assert token not in str(list(ApiToken.objects.values()))


@pytest.mark.parametrize(
    "path,status,type",
    [
        ("/api/v1/guides/nobody/backend-developer", 404, "not-here"),
        ("/api/v1/questions/none", 404, "not-here"),
        ("/api/v1/answers/999999", 404, "not-here"),
        ("/api/v1/nothing", 404, "not-here"),
        ("/api/v1/answers/x", 422, "invalid"),
        ("/api/v1/questions?limit=0", 422, "invalid"),
        ("/api/v1/questions?cursor=%00", 422, "invalid"),
        ("/api/v1/questions?cursor=bm9uZQ", 404, "not-here"),
        ("/api/v1/questions?cursor=_", 404, "not-here"),
    ],
)
def test_errors_are_problem_details(alices, path, status, type):
    page = alices.get(path)
    assert page.status_code == status
    assert page.headers["Content-Type"] == "application/problem+json"
    problem = page.json()
    assert problem["status"] == status
    assert problem["type"].endswith(f"#{type}")
    assert problem["detail"]


@pytest.mark.parametrize(
    "body,type",
    [
        ({"text": "  "}, "empty"),
        ({"text": "x", "seconds": False}, "invalid"),
        ({}, "invalid"),
        ({"text": "x", "predicted": 6}, "invalid"),
        ({"text": "x", "score": 5}, "invalid"),
        ({"text": "x" * 200_001}, "invalid"),
    ],
)
def test_a_body_that_does_not_fit_is_refused_and_nothing_is_kept(alices, body, type):
    page = alices.post(ANSWERS, body, content_type="application/json")
    assert page.status_code == 422
    assert page.json()["type"].endswith(f"#{type}")
    assert alices.get("/api/v1/answers").json()["data"] == []


def test_a_method_that_an_address_does_not_know_is_a_problem_too(alices):
    told = alices.delete(ANSWERS)
    assert (told.status_code, told.headers["Content-Type"]) == (405, "application/problem+json")
    assert told.json()["type"].endswith("refused")
    assert "POST" in told.headers["Allow"]


def test_a_body_that_is_no_json_is_unreadable(alices):
    page = alices.post(ANSWERS, "{", content_type="application/json")
    assert page.status_code == 400
    assert page.json()["type"].endswith("#unreadable")


def test_a_body_that_is_too_big_is_a_problem_of_its_own(alices):
    page = alices.post(ANSWERS, {"text": "x" * 5_000_000}, content_type="application/json")
    assert page.status_code == 413
    assert page.json()["type"].endswith("#too-big")
