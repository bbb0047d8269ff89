"""The same way with script switched off: slower to the eye, and everything still works."""

import pytest

from tests.content.examples import build

from .conftest import Served
from .terminal import tally
from .test_browser import FIRST, SLUG

pytestmark = pytest.mark.browser


def test_a_plain_browser_gives_an_answer_and_ticks_a_point(chromium, tmp_path):
    served = Served(tmp_path / "home").start()
    try:
        page = chromium.new_context(java_script_enabled=False).new_page()
        page.goto(served.link)
        page.goto(f"{served.url}/questions/{SLUG}")
        page.get_by_label("Your answer", exact=True).fill(FIRST)
        page.get_by_role("button", name="Get feedback").click()
        assert "/answers/" in page.url
        assert page.get_by_role("heading", name="By criterion").count() == 1
        page.goto(f"{served.url}/guides/stripe/backend-developer")
        page.locator(".check .tick").first.click()
        assert page.locator(".check .tick").first.get_attribute("aria-pressed") == "true"
    finally:
        served.stop()


def test_a_draft_survives_a_restarted_server(chromium, tmp_path):
    served = Served(tmp_path / "home").start()
    page = chromium.new_context().new_page()
    page.goto(served.link)
    page.goto(f"{served.url}/questions/{SLUG}")
    with page.expect_response(lambda reply: reply.url.endswith("/draft")):
        page.get_by_label("Your answer", exact=True).press_sequentially("the export failed")
    served.stop()
    again = Served(tmp_path / "home", served.port).start()
    try:
        page.goto(f"{again.url}/questions/{SLUG}")
        assert page.get_by_label("Your answer", exact=True).input_value() == "the export failed"
    finally:
        again.stop()


def test_code_survives_a_restarted_server(chromium, tmp_path, monkeypatch):
    content = tally.build(build(tmp_path / "content").root)
    monkeypatch.setenv("GREENROOM_CONTENT", str(content))
    served = Served(tmp_path / "home").start()
    page = chromium.new_context().new_page()
    page.goto(served.link)
    page.goto(f"{served.url}/exercises/{tally.SLUG}")
    page.get_by_role("button", name="Begin").click()
    page.locator(".cm-content").click()
    with page.expect_response(lambda reply: reply.url.endswith("/draft")):
        page.keyboard.type("# kept over a restart\n")
    served.stop()
    again = Served(tmp_path / "home", served.port).start()
    try:
        page.goto(f"{again.url}/exercises/{tally.SLUG}")
        assert "# kept over a restart" in page.locator("#code").input_value()
    finally:
        again.stop()
