"""Who gets in: nobody without the link, no foreign host, no foreign page."""

import pytest
from django.test import Client

from greenroom.practice import session

SLUG = "complex-technical-problem"


@pytest.mark.parametrize("path", ["/", "/guides", "/practise", "/history", f"/questions/{SLUG}", "/answers/1", "/kept"])
def test_a_stranger_is_shown_how_to_get_in_and_nothing_else(as_charlie, path):
    page = as_charlie.get(path)
    assert page.status_code == 401
    assert b"greenroom link" in page.content


def test_the_link_signs_in_once(as_charlie):
    token = session.new_link()
    assert as_charlie.get(f"/enter/{token}").status_code == 302
    assert as_charlie.get("/").status_code == 200
    assert Client().get(f"/enter/{token}").status_code == 401


def test_a_preview_of_the_link_does_not_spend_it(as_charlie):
    token = session.new_link()
    as_charlie.head(f"/enter/{token}")
    assert as_charlie.get(f"/enter/{token}").status_code == 302


def test_a_spent_link_of_somebody_signed_in_goes_to_the_first_page(as_alice):
    assert as_alice.get("/enter/old").headers["Location"] == "/"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "greenroom.local"])
def test_a_foreign_host_is_refused(as_alice, host):
    assert as_alice.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_foreign_page_cannot_change_anything(as_alice, headers):
    page = as_alice.post(f"/questions/{SLUG}/answers", {"text": "x"}, headers=headers)
    assert page.status_code == 403


def test_a_form_without_its_token_is_refused_and_gives_the_text_back(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    page = client.post(f"/questions/{SLUG}/answers", {"text": "three evenings of <typing>"})
    assert page.status_code == 403
    assert b"three evenings of &lt;typing&gt;" in page.content


@pytest.mark.parametrize("path", ["/", "/guides/stripe/backend-developer", f"/questions/{SLUG}"])
def test_every_page_carries_a_strict_content_policy(as_alice, path):
    page = as_alice.get(path)
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert page.headers["X-Frame-Options"] == "DENY"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_cookies_cannot_be_read_or_sent_by_other_pages(as_charlie):
    as_charlie.get(f"/enter/{session.new_link()}")
    cookie = as_charlie.cookies["greenroom"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


@pytest.mark.django_db
def test_the_health_check_needs_no_sign_in_and_says_nothing_of_the_candidate():
    page = Client().get("/healthz")
    assert page.content.startswith(b"greenroom ")
    assert len(page.content) < 40


def test_whoever_is_signed_out_while_typing_gets_the_text_back(as_charlie):
    page = as_charlie.post(f"/questions/{SLUG}/answers", {"text": "three evenings of <typing>"})
    assert page.status_code == 401
    assert b"three evenings of &lt;typing&gt;" in page.content


def test_signing_out_ends_every_browsers_session(alice):
    here, there = Client(), Client()
    here.force_login(alice)
    there.force_login(alice)
    assert here.post("/kept/sign-outs").status_code == 401
    assert there.get("/").status_code == 401


def test_a_body_that_is_too_big_is_said_so(as_alice):
    page = as_alice.post(f"/questions/{SLUG}/answers", {"text": "x" * 5_000_000})
    assert page.status_code in (400, 413)
    assert b"<h1" in page.content


def test_a_form_in_an_odd_encoding_breaks_no_page(as_alice):
    odd = "application/x-www-form-urlencoded; charset=utf-7"
    page = as_alice.generic("POST", f"/questions/{SLUG}/answers", b"text=x", content_type=odd)
    assert page.status_code in (400, 415, 422, 500)
    assert b"<h1" in page.content


@pytest.mark.parametrize("path", ["/", "/guides", "/guides/stripe/backend-developer"])
def test_going_back_shows_what_is_true_now(as_alice, path):
    assert "no-store" in as_alice.get(path).headers["Cache-Control"]
