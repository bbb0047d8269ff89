"""Pages: each answers, says what it should, and asks the database little."""

import pytest

from greenroom.practice import answers, guides

SLUG = "complex-technical-problem"
GUIDE = "/guides/stripe/backend-developer"
PAGES = (
    "/",
    "/guides",
    GUIDE,
    "/practise",
    "/practise?type=behavioural",
    f"/questions/{SLUG}",
    "/history",
    "/kept",
    "/design",
)


THIN = (
    "We had an issue with the export that several customers noticed. It was quite complex and the team spent a lot of "
    "time on it. In the end it was fixed and everybody was satisfied with how it went."
)


@pytest.fixture
def answered(alice, strong):
    first = answers.give(alice, SLUG, THIN)
    return first, answers.give(alice, SLUG, strong, follows=first.id)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_with_at_most_twelve_queries(as_alice, answered, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = as_alice.get(path)
    assert page.status_code == 200


def test_the_answer_pages_answer_with_at_most_twelve_queries(as_alice, answered, django_assert_max_num_queries):
    first, second = answered
    for path in (f"/answers/{second.id}", f"/answers/{second.id}/beside/{first.id}", f"/questions/{SLUG}/tries"):
        with django_assert_max_num_queries(12):
            assert as_alice.get(path).status_code == 200, path


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_script_or_style(as_alice, answered, path):
    page = as_alice.get(path).content.decode()
    assert "<script>" not in page
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick=" not in page


@pytest.mark.parametrize(
    "path",
    ["/guides/stripe/juggler", "/guides/nobody/backend-developer", "/questions/none", "/answers/999999", "/nowhere"],
)
def test_what_is_not_here_is_said_so(as_alice, path):
    page = as_alice.get(path)
    assert page.status_code == 404
    assert b"<h1" in page.content


def test_the_nearest_guide_is_offered(as_alice):
    assert GUIDE.encode() in as_alice.get("/guides/strip/backend-developer").content


def test_each_stage_of_a_guide_has_a_way_into_practice(as_alice, alice):
    page = as_alice.get(GUIDE).content.decode()
    for stage in guides.open(alice, "stripe", "backend-developer").guide.stages:
        assert f'href="/practise/{stage.practise}' in page, stage.id


def test_practising_a_type_lists_its_questions(as_alice):
    assert b"/questions/payments-experience" in as_alice.get("/practise?type=payments").content


def test_practising_a_type_goes_straight_to_a_question_of_it(as_alice):
    assert as_alice.get("/practise/payments").headers["Location"].startswith("/questions/")


def test_a_tick_is_there_after_a_reload(as_alice, alice):
    item = guides.open(alice, "stripe", "backend-developer").checklist[0].item.id
    assert as_alice.post(f"{GUIDE}/ticks/{item}", {"done": "1"}).status_code == 302
    assert guides.open(alice, "stripe", "backend-developer").done == 1
    as_alice.post(f"{GUIDE}/ticks/{item}", {"done": "0"})
    assert guides.open(alice, "stripe", "backend-developer").done == 0


def test_samples_come_only_after_answering(as_alice, sample):
    line = sample.split("\n")[0][:60]
    assert line not in as_alice.get(f"/questions/{SLUG}").content.decode()
    mine = "I traced a slow report to a missing index, added it, and it went from 40 s to 2 s for 30 users. " * 2
    given = as_alice.post(f"/questions/{SLUG}/answers", {"text": mine}, follow=True)
    assert line[:40] in given.content.decode()


def test_an_answer_is_given_and_shown(as_alice, strong):
    page = as_alice.post(f"/questions/{SLUG}/answers", {"text": strong, "predicted": "4", "seconds": "90"}, follow=True)
    assert page.redirect_chain[0][0].startswith("/answers/")
    assert page.status_code == 200


def test_a_script_gets_the_feedback_for_the_same_page(as_alice, strong):
    page = as_alice.post(f"/questions/{SLUG}/answers", {"text": strong}, headers={"X-Requested-With": "fetch"})
    assert page.status_code == 200
    assert page.headers["X-Answer"].startswith("/answers/")
    assert b"<html" not in page.content


def test_an_empty_answer_comes_back_with_the_question(as_alice):
    page = as_alice.post(f"/questions/{SLUG}/answers", {"text": "  "})
    assert page.status_code == 422
    assert b"<textarea" in page.content


def test_what_was_typed_is_shown_as_text_never_as_markup(as_alice):
    hostile = (
        "<script>alert(1)</script> I moved the index and measured it twice, because the report took forty seconds. " * 3
    )
    page = as_alice.post(f"/questions/{SLUG}/answers", {"text": hostile}, follow=True).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_draft_is_in_the_box_when_one_comes_back(as_alice):
    assert as_alice.post(f"/questions/{SLUG}/draft", {"text": "half a thought"}).status_code == 204
    assert "half a thought" in as_alice.get(f"/questions/{SLUG}").content.decode()


@pytest.mark.parametrize("path", ["/answers/{id}", "/answers/{id}/beside/{id}"])
def test_another_candidates_answer_is_the_same_as_none(as_bob, answered, path):
    assert as_bob.get(path.format(id=answered[1].id)).status_code == 404


def test_an_opinion_on_a_finding_is_kept_and_shown(as_alice, answered):
    page = as_alice.post(
        f"/answers/{answered[1].id}/opinions/0", {"says": "wrong", "reason": "a build number"}, follow=True
    )
    assert page.redirect_chain[0][0] == f"/answers/{answered[1].id}#f0"
    shown = answers.open(page.wsgi_request.user, answered[1].id)
    assert shown.opinions[0].says == "wrong"


def test_nobody_gives_an_opinion_on_anothers_answer(as_bob, answered):
    assert as_bob.post(f"/answers/{answered[1].id}/opinions/0", {"says": "wrong"}).status_code == 404


def test_each_finding_says_its_rule_what_it_looks_for_and_the_engines_version(as_alice, answered):
    page = as_alice.get(f"/answers/{answered[1].id}").content.decode()
    assert "Code and rule" in page
    assert "Looks for" in page
    assert answered[1].engine_version in page


def test_the_level_is_remembered_and_said(as_alice, strong):
    page = as_alice.post(f"/questions/{SLUG}/answers", {"text": strong, "level": "staff"}, follow=True).content.decode()
    assert "Bands 4 and 5 ask for one thing more." in page
    assert 'value="staff" checked' in as_alice.get(f"/questions/{SLUG}").content.decode()


def test_a_copied_sample_is_told_so_and_earns_nothing(as_alice, sample):
    page = as_alice.post(f"/questions/{SLUG}/answers", {"text": sample}, follow=True).content.decode()
    assert "Not scored" in page or "also stands in" in page
    assert "5 of 5" not in page


def test_two_tries_show_what_came_in_the_candidates_words(as_alice, answered):
    first, second = answered
    page = as_alice.get(f"/answers/{first.id}/beside/{second.id}").content.decode()
    assert "Only in try 2" in page
    assert "Failures went from about 30 a week to none" in page
    assert "Gaps closed" in page


def test_the_archive_is_a_zip_of_ones_own(as_alice, answered):
    page = as_alice.get("/kept/archive.zip")
    assert page.content.startswith(b"PK")
    assert "attachment" in page.headers["Content-Disposition"]
