"""The SQL lab in a real browser: a fresh home, a mistake, a hint, a judged query, and PostgreSQL lost on the way."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from tests.content.examples import build

from .conftest import Served
from .test_browser import LOOKS
from .test_code_lab import LONG, Desk

pytestmark = pytest.mark.browser

HERE = "/exercises/seats-left"
SLOW = "select f.id, (select count(*) from generate_series(1, 3000000)) as free from ferries f"

WRONG_INDEX = "forgets-the-day"


class SqlDesk(Desk):
    """A browser at an SQL exercise."""

    def arrives(self) -> None:
        self.goes(HERE)
        self.page.locator(".cm-content").wait_for(state="attached")
        self.shows("Write")

    def begins_again(self) -> None:
        self.goes(HERE)
        self.page.get_by_text("Submissions, report, begin again").click()
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Begin again").click()

    def sees_tables(self) -> None:
        self.shows("Read")
        self.page.locator(".relation").first.wait_for(timeout=LONG)


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return build(tmp_path_factory.mktemp("library") / "content").root


@pytest.fixture(scope="module")
def statement(content):
    def read(name: str, slug: str = "seats-left") -> str:
        return (content / "exercises/sql" / slug / name / "solution.sql").read_text()

    return read


@pytest.fixture(scope="module")
def lab(tmp_path_factory, content) -> Iterator[Served]:
    os.environ["GREENROOM_CONTENT"] = str(content)
    running = Served(tmp_path_factory.mktemp("home")).start()
    yield running
    running.stop()
    del os.environ["GREENROOM_CONTENT"]


@pytest.fixture(scope="module")
def cookies(chromium, lab) -> dict:
    context = chromium.new_context()
    context.new_page().goto(lab.link)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def desk(chromium, lab, cookies, look) -> Iterator[SqlDesk]:
    context = chromium.new_context(storage_state=cookies, reduced_motion="reduce", **LOOKS[look])
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=lab.url)
    context.set_default_timeout(8000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield SqlDesk(page, lab.url)
    context.close()
    assert [said for said in complaints if "404" not in said and "422" not in said] == []


@pytest.mark.parametrize("look", ["desktop, light"])
def test_three_clicks_lead_from_the_first_page_to_a_judged_query(desk: SqlDesk, look):
    page = desk.page
    desk.goes("/")
    page.get_by_role("link", name="Exercises", exact=True).first.click()
    page.get_by_role("link", name="Seats that are left").click()
    page.locator(".cm-content").wait_for()
    page.get_by_role("button", name="Submit", exact=True).click()
    page.locator('[data-over="yes"]').wait_for(timeout=LONG)
    assert "no statement" in page.locator(".outcome").inner_text()


@pytest.mark.parametrize("look", ["desktop, light", "phone, dark"])
def test_a_query_with_a_wrong_answer_and_a_hint_on_the_way(desk: SqlDesk, look, statement):
    page = desk.page
    desk.begins_again()
    desk.arrives()
    desk.sees_tables()
    desk.passes_axe()
    page.locator(".relation summary").first.click()
    assert "What can be booked." in page.locator(".relation").first.inner_text()
    assert "Puffin" in page.locator(".relation").first.inner_text()
    desk.passes_axe()
    desk.fits()

    desk.writes(statement("wrong/forgets-the-empty-sum"))
    assert desk.submits("Control+'") == "What comes"
    assert "Nothing is judged until you submit" in page.locator(".outcome").inner_text()
    desk.passes_axe()
    desk.fits()
    desk.shows("Write")
    page.locator(".cm-content").focus()
    assert desk.submits() == "Wrong answer"
    marks = page.locator(".case").first.locator("mark").all_inner_texts()
    assert len(marks) == len(set(marks)) > 0
    assert "The smallest data that shows it" in page.locator(".outcome").inner_text()
    desk.passes_axe()
    desk.fits()

    page.get_by_role("link", name="Stuck?").click()
    page.get_by_role("button", name="Open a hint").click()
    page.get_by_text("Look at the ferry that nobody has booked yet.").wait_for()

    desk.writes("select id,\n  fre from ferries")
    assert desk.submits() == "Compile error"
    assert "line 2, column 3" in page.locator(".outcome").inner_text()

    desk.writes(statement("reference"))
    assert desk.submits() == "Accepted"
    desk.shows("Read")
    page.get_by_role("heading", name="Passed").wait_for()
    page.get_by_text("The reference", exact=True).wait_for()
    desk.passes_axe()
    page.get_by_role("link", name="Report", exact=True).click()
    assert "told where to look" in page.locator(".tally").inner_text()
    desk.passes_axe()


@pytest.mark.parametrize("look", ["desktop, light", "phone, dark"])
def test_a_schema_that_lets_an_attack_through_and_one_that_holds(desk: SqlDesk, look, statement):
    desk.goes("/exercises/cabins-under-attack")
    desk.page.locator(".cm-content").wait_for(state="attached")
    desk.passes_axe()
    desk.writes(statement("wrong/looks-first", "cabins-under-attack"))
    assert desk.submits() == "Wrong answer"
    failing = desk.page.locator(".case.is-unmet")
    assert failing.count() == 1
    assert "Session b" in failing.inner_text()
    assert "select book(1, 'Bruno')" in failing.inner_text()
    desk.passes_axe()
    desk.fits()
    desk.writes(statement("reference", "cabins-under-attack"))
    assert desk.submits() == "Accepted"
    desk.page.get_by_text("6 attacks passed", exact=True).click()
    desk.page.get_by_text("duplicate key value").first.wait_for(state="attached")
    desk.passes_axe()


@pytest.mark.parametrize("look", ["desktop, light", "phone, dark"])
def test_an_order_that_breaks_a_rule_is_drawn_and_run_again(desk: SqlDesk, look, statement):
    desk.goes("/exercises/last-seats")
    desk.page.locator(".cm-content").wait_for(state="attached")
    desk.writes(statement("wrong/adds-up-first", "last-seats"))
    assert desk.submits() == "Wrong answer"
    drawn = desk.page.locator(".timeline").first.inner_text()
    desk.page.get_by_role("button", name="Run this order again").first.click()
    desk.page.locator(".replay").wait_for(timeout=LONG)
    assert desk.page.locator(".replay .timeline").inner_text() == drawn
    desk.passes_axe()
    desk.fits()
    desk.writes(statement("reference", "last-seats"))
    assert desk.submits() == "Accepted"


@pytest.mark.parametrize("look", ["desktop, light", "phone, dark"])
def test_the_costly_node_is_marked_and_then_an_index_found(desk: SqlDesk, look, statement):
    slug, page = "tickets-at-the-gate", desk.page
    desk.goes(f"/exercises/{slug}")
    page.locator(".cm-content").wait_for(state="attached")
    page.locator(".relation").first.wait_for(timeout=4 * LONG, state="attached")  # a million rows are made first
    desk.shows("Read")
    page.get_by_text("First: which node costs most?").click()
    guess = page.locator("[data-guess]").first
    guess.wait_for(timeout=LONG)
    desk.passes_axe()
    guess.locator("input[type=radio]").first.check()
    guess.get_by_role("button").click()
    page.locator(".guess .is-worst").first.wait_for()
    assert "buffers by itself" in page.locator(".guess-says").first.inner_text()
    desk.writes(statement("wrong/" + WRONG_INDEX, slug))
    assert desk.submits() == "Wrong answer"
    plans = page.locator(".case.is-unmet .plans").first.inner_text()
    assert "Without your indexes" in plans
    assert "With your indexes" in plans
    desk.passes_axe()
    desk.fits()
    desk.writes(statement("reference", slug))
    assert desk.submits() == "Accepted"
    desk.passes_axe()


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_passes_axe_in_every_look(desk: SqlDesk, look, statement):
    desk.arrives()
    desk.sees_tables()
    for tab in ("Read", "Write", "Results"):
        desk.shows(tab)
        desk.passes_axe()
        desk.fits()
    for path in ("/exercises?kind=sql", f"{HERE}/tables", f"{HERE}/hints", f"{HERE}/report", "/submissions/1"):
        reply = desk.page.goto(desk.url + path)
        if reply.status == 200:
            desk.passes_axe()
            desk.fits()


@pytest.mark.parametrize("look", ["desktop, light"])
def test_the_editor_completes_columns_and_lets_the_keyboard_out(desk: SqlDesk, look):
    desk.arrives()
    desk.sees_tables()
    page = desk.page
    desk.writes("")
    page.keyboard.type("select sea")
    page.locator(".cm-tooltip-autocomplete").get_by_text("seats").wait_for()
    page.wait_for_timeout(200)  # an Enter that comes with the list is a line end, not a choice
    page.keyboard.press("Enter")
    page.keyboard.type(" from fer")
    page.locator(".cm-tooltip-autocomplete").get_by_text("ferries").wait_for()
    page.wait_for_timeout(200)
    page.keyboard.press("Enter")
    assert "select seats from ferries" in page.locator(".cm-content").inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.classList.contains('cm-content')")


@pytest.mark.parametrize("look", ["desktop, light"])
def test_a_server_that_is_killed_in_the_middle_is_started_again_and_nothing_is_lost(desk: SqlDesk, lab, look):
    desk.arrives()
    desk.writes(SLOW)
    page = desk.page
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="Judging").wait_for()
    page.locator(".case").first.wait_for(timeout=LONG)
    pid = int((lab.home / "sqllab/data/postmaster.pid").read_text().split("\n")[0])
    os.kill(pid, signal.SIGKILL)
    page.locator('[data-over="yes"]').wait_for(timeout=LONG)
    assert page.locator(".outcome h2").inner_text() == "Wrong answer"
    assert "of 5 data sets passed" in page.locator(".outcome").inner_text()
    assert "were run" not in page.locator(".outcome").inner_text()


def test_a_plain_browser_looks_at_tables_and_solves_a_query(chromium, lab, cookies, statement):
    context = chromium.new_context(java_script_enabled=False, storage_state=cookies)
    page = context.new_page()
    page.goto(lab.url + HERE)
    page.goto(f"{lab.url}{HERE}/tables")
    page.get_by_text("What can be booked.").wait_for(timeout=LONG)
    page.get_by_role("link", name="Back to the exercise").click()
    page.locator("#code").fill(statement("reference"))
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("heading", name="Accepted").wait_for(timeout=LONG)  # the page asks again by itself
    context.close()


def test_greenroom_killed_in_the_middle_judges_again_at_the_next_start(chromium, tmp_path, content, monkeypatch):
    monkeypatch.setenv("GREENROOM_CONTENT", str(content))
    served = Served(tmp_path / "home").start()
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(served.link)
    page.goto(served.url + HERE)
    page.locator("#code").fill(SLOW)
    page.get_by_role("button", name="Submit", exact=True).click()
    address = page.url
    page.locator(".case").first.wait_for(timeout=LONG)
    served.process.kill()
    served.process.wait()
    time.sleep(1)  # its worker ends when its input does
    again = Served(tmp_path / "home", served.port).start()
    try:
        page.goto(again.link)
        page.goto(address)
        page.get_by_role("heading", name="Wrong answer").wait_for(timeout=2 * LONG)
        assert "of 5 data sets passed" in page.locator(".outcome").inner_text()
    finally:
        again.stop()
