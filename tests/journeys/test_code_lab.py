"""The code lab in a real browser: four parts in Python and in Node.js, with a wrong answer and a hint on the way."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.content.examples import build

from .conftest import Served
from .terminal import tally
from .test_browser import LOOKS

pytestmark = pytest.mark.browser

HERE = f"/exercises/{tally.SLUG}"
LONG = 30_000  # milliseconds that a verdict may take on a busy machine
SHELF = ("/exercises", "/exercises?search=none-of-it", HERE)


@dataclass
class Desk:
    """A browser at an exercise, and what it complained about."""

    page: object
    url: str

    def goes(self, path: str) -> None:
        assert self.page.goto(self.url + path).status == 200, path

    def passes_axe(self) -> None:
        found = Axe().run(self.page).response["violations"]
        assert not found, json.dumps(found, indent=1)[:4000]

    def fits(self) -> None:
        assert self.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0

    def begins(self, language: str) -> None:
        self.goes(HERE)
        again = self.page.get_by_text("Submissions, report, begin again")
        if again.count():
            again.click()
            with self.page.expect_navigation():
                self.page.get_by_role("button", name="Begin at part 1").click()
        else:
            self.page.get_by_role("radio", name={"python": "Python", "node": "Node.js"}[language]).check(force=True)
            self.page.get_by_role("button", name="Begin").click()
        self.page.locator(".cm-content").wait_for(state="attached")
        self.switches(language)

    def switches(self, language: str) -> None:
        name = tally.NAMES[language]
        self.shows("Write")
        if self.page.locator("#code-label").inner_text() != name:
            with self.page.expect_navigation():
                self.page.get_by_role("button", name={"python": "Python", "node": "Node.js"}[language]).click()
        assert self.page.locator("#code-label").inner_text() == name
        self.page.locator(".cm-content").wait_for(state="attached")

    def shows(self, tab: str) -> None:
        """Choose one of the three places of a narrow page; a wide one shows them all."""
        link = self.page.locator(".desk-tabs").get_by_role("link", name=tab)
        if link.is_visible():
            link.click()

    def writes(self, text: str) -> None:
        self.shows("Write")
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Control+v")

    def submits(self, keys: str = "Control+Enter") -> str:
        """Submit by keyboard, wait until it is over, and return the verdict."""
        shown = self.page.locator("[data-submission]")
        before = shown.get_attribute("data-submission") if shown.count() else "none"
        self.page.keyboard.press(keys)
        done = self.page.locator(f'[data-over="yes"]:not([data-submission="{before}"])')
        done.wait_for(timeout=LONG)
        return done.locator("h2").inner_text()


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[Served]:
    """A server with the tests' own exercise in its library."""
    content = tally.build(build(tmp_path_factory.mktemp("library") / "content").root)
    os.environ["GREENROOM_CONTENT"] = str(content)
    running = Served(tmp_path_factory.mktemp("home")).start()
    del os.environ["GREENROOM_CONTENT"]
    yield running
    running.stop()


@pytest.fixture(scope="module")
def cookies(chromium, lab) -> dict:
    context = chromium.new_context()
    context.new_page().goto(lab.link)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def desk(chromium, lab, cookies, look) -> Iterator[Desk]:
    context = chromium.new_context(storage_state=cookies, reduced_motion="reduce", **LOOKS[look])
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=lab.url)
    context.set_default_timeout(8000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Desk(page, lab.url)
    context.close()
    assert [said for said in complaints if "404" not in said and "422" not in said] == []


@pytest.mark.parametrize("look,language", [("desktop, light", "python"), ("phone, dark", "node")])
def test_four_parts_with_a_wrong_answer_and_a_hint_on_the_way(desk: Desk, look, language):
    page = desk.page
    for path in SHELF[:2]:
        desk.goes(path)
        desk.passes_axe()
    desk.begins(language)
    desk.passes_axe()

    desk.writes(tally.CARELESS[language])
    assert desk.submits("Control+'") == "Accepted"
    assert "Submit to have it judged" in page.locator(".outcome").inner_text()
    desk.shows("Write")
    page.locator(".cm-content").focus()
    assert desk.submits() == "Accepted"
    page.get_by_role("link", name="Read part 2").click()
    assert page.locator(".asked.is-new h2").inner_text() == "Part 2: Take"

    desk.writes(tally.CARELESS[language])
    assert desk.submits() == "Wrong answer"
    failing = page.locator(".case.is-unmet")
    assert failing.count() == 1
    assert "too-much" in failing.inner_text()
    assert "".join(failing.locator("del").all_inner_texts()) == "-1"
    assert "--case too-much" in failing.inner_text()
    desk.passes_axe()
    desk.fits()

    page.get_by_role("link", name="Stuck?").click()
    page.get_by_role("button", name="Open a hint").click()
    page.get_by_text("Look at the total.").wait_for()
    assert "told where to look" in page.locator("[data-ladder]").inner_text()
    desk.passes_axe()

    for part in (2, 3, 4):
        desk.writes(tally.SOLVED[language] + "\n" * part)
        assert desk.submits() == "Accepted"
    assert "That was the last part" in page.locator(".outcome").inner_text()
    remark = page.locator(".remarks li")
    line = {"python": 5, "node": 6}[language]
    assert f"A verb that is none of those named from line {line} on passes in silence." in remark.inner_text()
    desk.passes_axe()
    desk.fits()
    page.get_by_role("link", name=f"Line {line}", exact=True).click()
    assert "verb" in page.locator(".cm-activeLine").inner_text()
    assert page.locator(".cm-activeLineGutter").inner_text() == str(line)
    desk.shows("Read")
    page.get_by_role("heading", name="All parts passed").wait_for()
    desk.passes_axe()
    desk.fits()
    page.get_by_role("link", name="Report", exact=True).click()
    assert "told where to look" in page.locator(".tally").inner_text()
    assert f"1 remark: line {line}" in page.locator(".tally").inner_text()
    desk.passes_axe()
    page.get_by_role("link", name=f"line {line}", exact=True).click()
    page.get_by_role("link", name=f"Line {line}", exact=True).click()
    assert "verb" in page.locator(".code-line:target").inner_text()
    desk.passes_axe()
    desk.fits()

    if page.locator(".trade-off .button").count():  # the other look has answered it already, if it came first
        page.locator(".trade-off .button").click()
        page.get_by_label("Your answer", exact=True).fill(tally.TRADE_OFFS)
        page.get_by_role("button", name="Get feedback").click()
        page.get_by_role("heading", name="Feedback on your answer").wait_for(state="attached")
    desk.goes(f"{HERE}/report")
    assert "Answered" in page.locator(".tally").inner_text()


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_passes_axe_in_every_look(desk: Desk, look):
    desk.goes(HERE)
    if desk.page.get_by_role("button", name="Begin", exact=True).count():
        desk.begins("python")
    desk.page.locator(".cm-content").wait_for(state="attached")
    for tab in ("Read", "Write", "Results"):
        desk.shows(tab)
        desk.passes_axe()
        desk.fits()
    for path in ("/exercises", f"{HERE}/hints", f"{HERE}/report", "/submissions/1"):
        reply = desk.page.goto(desk.url + path)
        if reply.status == 200:
            desk.passes_axe()
            desk.fits()


@pytest.mark.parametrize("look", ["desktop, light"])
def test_what_is_typed_survives_a_reload(desk: Desk, look):
    desk.begins("python")
    desk.page.locator(".cm-content").click()
    with desk.page.expect_response(lambda reply: reply.url.endswith("/draft")):
        desk.page.keyboard.type("# kept\n")
    desk.page.reload()
    desk.page.locator(".cm-content").wait_for()
    assert "# kept" in desk.page.locator(".cm-content").inner_text()


@pytest.mark.parametrize("look", ["desktop, light"])
def test_the_keyboard_gets_out_of_the_editor_and_nothing_completes(desk: Desk, look):
    desk.begins("python")
    page = desk.page
    page.locator(".cm-content").click()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('cm-content')")
    page.keyboard.type("pri")
    assert page.locator(".cm-tooltip").count() == 0
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.classList.contains('cm-content')")
    assert "solution.py" in page.locator(".cm-content").get_attribute("aria-label")


@pytest.mark.parametrize("look", ["desktop, light"])
def test_an_endless_loop_can_be_cancelled(desk: Desk, look):
    desk.begins("python")
    desk.writes("import time\ndef run(operations):\n    while True:\n        time.sleep(1)\n")
    desk.page.keyboard.press("Control+Enter")
    desk.page.get_by_role("button", name="Cancel").click()
    desk.page.get_by_role("heading", name="Cancelled").wait_for(timeout=LONG)


def test_a_plain_browser_solves_a_part(chromium, lab, cookies):
    context = chromium.new_context(java_script_enabled=False, storage_state=cookies)
    page = context.new_page()
    page.goto(lab.url + HERE)
    if page.get_by_role("button", name="Begin", exact=True).count():
        page.get_by_role("button", name="Begin", exact=True).click()
    if page.locator("#code-label").inner_text() != "solution.py":
        page.get_by_role("button", name="Python").click()
    page.locator("#code").fill(tally.SOLVED["python"])
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("heading", name="Accepted").wait_for(timeout=LONG)  # the page asks again by itself
    context.close()
