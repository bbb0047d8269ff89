"""From the guide to a second try, in a real browser: desktop and phone, light and dark, and no violation by axe."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import Served

pytestmark = pytest.mark.browser

SLUG = "complex-technical-problem"
LOOKS = {
    "desktop, light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "desktop, dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone, light": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light", "has_touch": True},
    "phone, dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True},
}
FIRST = (
    "Our export failed every Monday and support was angry about it. We looked at it together for a while. "
    "I changed the job so that it reads in pages, and the team was happy with it in the end."
)
SECOND = """\
Our Monday export failed for about thirty customers and support sent the files by hand. I was asked to find out why.
I replayed one Monday on a copy of the database and saw that the job held the whole result in memory, because the
driver fetches every row at once. I considered a bigger machine, which would have cost 400 euros a month. Instead I
changed the job to read in pages of 5,000 rows, and I compared the old and new files line by line before the release.
Failures went from about 30 a week to none in three months, and the memory alarm now warns us long before. I learned
to test with Monday's data, not with Tuesday's."""


@dataclass
class Visit:
    """One page of a browser that is signed in, and what it complained about."""

    page: object
    url: str
    complaints: list[str]

    def goes(self, path: str) -> None:
        reply = self.page.goto(self.url + path)
        assert reply.status == 200, (path, reply.status)

    def passes_axe(self) -> None:
        found = Axe().run(self.page).response["violations"]
        assert not found, json.dumps(found, indent=1)[:4000]

    def writes(self, text: str) -> None:
        self.page.get_by_label("Your answer", exact=True).fill(text)

    def asks_for_feedback(self) -> None:
        self.page.get_by_role("button", name="Get feedback").click()
        self.page.get_by_role("heading", name="By criterion").wait_for()


@pytest.fixture(scope="module")
def cookies(chromium, served: Served) -> dict:
    """The one-time link, spent once; every look goes on with the same session."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(served.link)
    assert page.url == served.url + "/"
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def visit(chromium, served: Served, cookies, look) -> Iterator[Visit]:
    context = chromium.new_context(storage_state=cookies, reduced_motion="reduce", **LOOKS[look])
    context.set_default_timeout(8000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Visit(page, served.url, complaints)
    context.close()
    assert complaints == []


@pytest.mark.parametrize("look", LOOKS)
def test_from_the_guide_to_a_second_try_and_the_history(visit: Visit, look):
    page = visit.page
    visit.goes("/guides/stripe/backend-developer")
    visit.passes_axe()
    page.get_by_role("link", name="Practise this stage").first.click()
    visit.passes_axe()
    visit.goes(f"/questions/{SLUG}?fresh=1")
    visit.passes_axe()
    page.get_by_role("radio", name="4").check(force=True)
    visit.writes(FIRST)
    visit.asks_for_feedback()
    assert "/answers/" in page.url
    visit.passes_axe()
    page.reload()  # the answer has a page of its own
    page.get_by_role("heading", name="By criterion").wait_for()
    visit.passes_axe()
    page.get_by_role("link", name="again").first.click()
    visit.writes(SECOND)
    visit.asks_for_feedback()
    page.get_by_role("link", name="eside the try before").click()
    assert page.get_by_text("One band up").or_(page.get_by_text("bands up")).count()
    visit.passes_axe()
    visit.goes(f"/questions/{SLUG}/tries")
    visit.passes_axe()
    visit.goes("/history")
    visit.passes_axe()
    assert page.get_by_role("link", name="complex technical").count() >= 2


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", ["/", "/guides", "/practise", "/kept", "/design", "/guides/gitlab/frontend-developer"])
def test_every_other_page_passes_axe(visit: Visit, look, path):
    visit.goes(path)
    visit.passes_axe()


@pytest.mark.parametrize("look", ["desktop, light"])
def test_a_new_candidate_gets_to_feedback_in_three_clicks(visit: Visit, look):
    visit.goes("/")
    visit.page.get_by_role("link", name="Answer").first.click()  # one
    visit.page.get_by_label("Your answer", exact=True).click()  # two
    visit.page.keyboard.insert_text(SECOND)
    visit.asks_for_feedback()  # three


@pytest.mark.parametrize("look", ["desktop, light"])
def test_findings_and_words_lead_to_each_other_by_keyboard(visit: Visit, look):
    page = visit.page
    visit.goes(f"/questions/{SLUG}?fresh=1")
    visit.writes(SECOND)
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="By criterion").wait_for()
    words = page.locator("a.evidence").first
    words.focus()
    page.keyboard.press("Enter")
    finding = page.evaluate("document.activeElement.closest('.finding')?.id")
    assert finding in words.get_attribute("data-findings").split()
    page.locator(f"#{finding} a.quote").focus()
    page.keyboard.press("Enter")
    assert finding in page.evaluate("document.activeElement.dataset.findings").split()


@pytest.mark.parametrize("look", ["desktop, light"])
def test_a_draft_survives_a_closed_tab(visit: Visit, look):
    visit.goes("/questions/payments-experience?fresh=1")
    with visit.page.expect_response(lambda reply: reply.url.endswith("/draft")):
        visit.page.get_by_label("Your answer", exact=True).press_sequentially("I kept the ledger of a lending product")
    visit.page.close()
    visit.page = visit.page.context.new_page()
    visit.goes("/questions/payments-experience")
    assert visit.page.get_by_label("Your answer", exact=True).input_value() == "I kept the ledger of a lending product"


@pytest.mark.parametrize("look", ["phone, light"])
def test_a_tick_is_remembered(visit: Visit, look):
    visit.goes("/guides/monzo/backend-developer#checklist")
    tick = visit.page.locator(".check .tick").first
    with visit.page.expect_response(lambda reply: "/ticks/" in reply.url):
        tick.click()
    visit.page.reload()
    assert visit.page.locator(".check .tick").first.get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("look", ["phone, dark"])
def test_nothing_is_wider_than_a_phone(visit: Visit, look):
    for path in ("/", "/guides/stripe/backend-developer", f"/questions/{SLUG}", "/history", "/design"):
        visit.goes(path)
        wide = visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, (path, wide)


@pytest.mark.parametrize("look", ["desktop, light"])
def test_the_list_of_guides_narrows_while_one_types(visit: Visit, look):
    visit.goes("/guides")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("monzo backend")
    visit.page.wait_for_url("**search=monzo+backend")  # typed slowly, it is asked on the way too
    rows = visit.page.locator("[data-found] .row")
    expect(rows).to_have_count(1)
    assert "Monzo" in rows.first.inner_text()
