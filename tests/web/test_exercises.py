"""The shelf, the desk, results as they come, hints, the report: as pages, with a real lab behind them."""

import pytest

from greenroom.practice import exercises, judging, labs, submissions
from greenroom.practice.shelves import library
from tests.practice.conftest import SLUG

HERE = f"/exercises/{SLUG}"
FETCH = {"X-Requested-With": "fetch"}


@pytest.fixture(autouse=True)
def at_home(ferry, settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def begun(as_alice):
    as_alice.post(f"{HERE}/sittings", {"mode": "open", "language": "python"})


def code(ferry, name="reference", language="python"):
    from greenroom.core.language import Language

    wrong = {wrong.name: wrong.files for wrong in ferry.wrong}
    return {"reference": ferry.reference, "starter": ferry.starter, **wrong}[name][Language(language)]


@pytest.fixture
def hand_in(as_alice, ferry, lab):
    """Submit as the page does, judge it, and return the id and the finished page."""

    def given(name="reference", **more):
        form = {"code": code(ferry, name), "language": "python", "scope": "all", "tests": "", **more}
        reply = as_alice.post(f"{HERE}/submissions", form)
        assert reply.status_code == 302, reply.content.decode()
        id = int(reply.headers["Location"].rsplit("/", 1)[1])
        judging.judge(id, lab)
        return id, as_alice.get(f"/submissions/{id}").content.decode()

    return given


def careless(ferry):
    """The reference with a default that all calls share."""
    return code(ferry).replace(
        "def refusal(wanted, name, booked, free):", "def refusal(wanted, name, booked, free, seen=[]):"
    )


def test_accepted_code_gets_its_remarks_at_their_lines_and_others_get_none(hand_in, ferry):
    _, wrong = hand_in("forgets-the-name")
    assert "Your code, read" not in wrong
    _, clean = hand_in()
    assert "Nothing to remark: none of the " in clean
    text = careless(ferry)
    id, page = hand_in(code=text)
    line = next(n for n, one in enumerate(text.split("\n"), 1) if "seen=[]" in one)
    assert f'<a href="/submissions/{id}#line-{line}" data-line="{line}">Line {line}</a> <code>seen=[]</code>' in page
    assert "<code>seen</code> begins as the one <code>[]</code> that every call shares." in page
    assert f'id="line-{line}">def refusal(' in page


def test_the_trade_offs_come_with_the_last_part_and_the_report_says_when_they_are_answered(hand_in, as_alice, ferry):
    _, first = hand_in()
    assert "Now the trade-offs" not in first
    _, last = hand_in()
    assert "Now the trade-offs" in last
    assert f'href="/questions/{ferry.question}"' in last
    report = as_alice.get(f"{HERE}/report").content.decode()
    assert "Nothing to remark" in report
    assert "Not answered yet" in report

    as_alice.post(f"/questions/{ferry.question}/answers", {"text": "One counter has one owner, so nothing is locked."})
    report = as_alice.get(f"{HERE}/report").content.decode()
    assert "Answered</a> on" in report
    assert "Your answer on the trade-offs" in as_alice.get(HERE).content.decode()


def test_the_shelf_lists_exercises_and_narrows(as_alice):
    assert HERE in as_alice.get("/exercises").content.decode()
    page = as_alice.get("/exercises?search=nothing+of+the+kind").content.decode()
    assert "No exercise matches" in page
    assert HERE not in page


def test_a_filter_that_there_is_none_of_is_said(as_alice):
    assert as_alice.get("/exercises?level=wizard").status_code == 404


def test_before_it_is_begun_no_editor_and_no_later_part_is_there(as_alice, ferry):
    page = as_alice.get(HERE).content.decode()
    assert "<textarea" not in page
    assert ferry.parts[0].title in page
    assert ferry.parts[1].title not in page


def test_the_desk_has_the_prompt_the_visible_cases_and_the_starter(as_alice, begun, ferry):
    page = as_alice.get(HERE).content.decode()
    assert "def " in page.partition("<textarea")[2]
    assert next(case.id for case in ferry.parts[0].cases.cases if case.visible) in page
    hidden = next(case.id for case in ferry.parts[0].cases.cases if not case.visible)
    assert hidden not in page
    assert ferry.parts[1].title not in page


def test_a_screen_hides_how_many_parts_there_are(as_alice, ferry):
    as_alice.post(f"{HERE}/sittings", {"mode": "screen", "language": "python"})
    assert f"of {len(ferry.parts)}" not in as_alice.get(HERE).content.decode()


def test_code_and_tests_are_there_after_a_reload(as_alice, begun):
    form = {"code": "half = 1\n", "tests": "none: [] -> 0\n", "language": "python"}
    assert as_alice.post(f"{HERE}/draft", form).status_code == 204
    page = as_alice.get(HERE).content.decode()
    assert "half = 1" in page
    assert "none: [] -&gt; 0" in page


def test_what_cannot_be_taken_comes_back_with_the_code(as_alice, begun):
    form = {"code": "kept = 1\n", "tests": "no test at all", "language": "python"}
    page = as_alice.post(f"{HERE}/submissions", form)
    assert page.status_code == 422
    assert "tests.txt: line 1" in page.content.decode()
    assert "kept = 1" in page.content.decode()
    by_script = as_alice.post(f"{HERE}/submissions", form, headers=FETCH)
    assert by_script.status_code == 422
    assert by_script.content.decode().startswith("tests.txt: line 1")


def test_a_page_without_script_asks_again_until_it_is_over(as_alice, begun, ferry, lab):
    reply = as_alice.post(f"{HERE}/submissions", {"code": code(ferry), "language": "python"}, follow=True)
    assert b'http-equiv="refresh"' in reply.content
    judging.judge(int(reply.redirect_chain[0][0].rsplit("/", 1)[1]), lab)
    after = as_alice.get(reply.redirect_chain[0][0])
    assert b'http-equiv="refresh"' not in after.content
    assert b"Accepted" in after.content


def test_a_failing_case_shows_what_went_in_and_what_differs(begun, hand_in, ferry):
    _, page = hand_in("starter")
    case = ferry.parts[0].cases.cases[0]
    for words in ("Wrong answer", case.id, "Given", "Expected", "Got", "<ins>", f"--case {case.id}"):
        assert words in page, words


def test_passing_opens_the_next_part_and_shows_it(as_alice, begun, hand_in, ferry):
    _, page = hand_in()
    assert "Part 2 is open" in page
    assert ferry.parts[1].title in as_alice.get(HERE).content.decode()


def test_after_the_last_part_come_question_reference_and_report(as_alice, begun, hand_in, ferry):
    for _ in ferry.parts:
        _, page = hand_in()
    assert "That was the last part" in page
    assert "<svg" in page  # the growth of the last part
    desk = as_alice.get(HERE).content.decode()
    assert f"/questions/{ferry.question}" in desk
    assert "The reference in Python" in desk
    assert "All parts passed" in as_alice.get(f"{HERE}/report").content.decode()


def test_results_come_beyond_what_is_known_and_as_list_items(as_alice, begun, hand_in):
    id, _ = hand_in("starter")
    reply = as_alice.get(f"/submissions/{id}/results?since=1&attempt=1", headers=FETCH)
    assert reply.headers["X-Over"] == "yes"
    assert reply.content.decode().count('<li class="case') == int(reply.headers["X-Known"]) - 1
    again = as_alice.get(f"/submissions/{id}/results?since=1&attempt=7", headers=FETCH)
    assert again.content.decode().count('<li class="case') == int(again.headers["X-Known"])


def test_a_submission_can_be_cancelled(as_alice, begun, ferry):
    form = {"code": code(ferry), "language": "python"}
    place = as_alice.post(f"{HERE}/submissions", form).headers["Location"]
    assert b"Cancelled" in as_alice.post(f"{place}/cancellations", follow=True).content


def test_a_hint_is_opened_by_post_alone_and_says_what_it_costs(as_alice, begun, ferry):
    where = ferry.parts[0].hints.where[:30]
    page = as_alice.get(f"{HERE}/hints").content.decode()
    assert where not in page
    assert "lowers what a pass shows" in page
    opened = as_alice.post(f"{HERE}/hints").content.decode()
    assert where in opened
    assert "told where to look" in opened


def test_a_wrong_pass_is_kept_for_the_author(as_alice, begun, hand_in):
    id, _ = hand_in()
    assert as_alice.post(f"/submissions/{id}/wrong-passes", {"reason": " "}).status_code == 422
    page = as_alice.post(f"/submissions/{id}/wrong-passes", {"reason": "It takes text."}).content.decode()
    assert "wrong-passes" in page
    assert "Thank you" in page


def test_what_the_machine_lacks_is_said_before_anything_is_typed(as_alice, lab):
    class Without:
        standing = lab.standing

        def missing(self):
            return "Sandbox: none. This machine offers no way to keep code in."

        def languages(self):
            return {"python": False, "node": False}

    labs.note(Without())
    for path in (HERE,):
        assert "Code cannot be judged on this machine yet" in as_alice.get(path).content.decode()
    as_alice.post(f"{HERE}/sittings", {"mode": "open", "language": "python"})
    assert "disabled>Submit" in as_alice.get(HERE).content.decode()


def test_a_missing_interpreter_is_said_beside_its_language(as_alice, lab):
    class WithoutNode:
        standing = lab.standing

        def missing(self):
            return None

        def languages(self):
            return {"python": True, "node": False}

    labs.note(WithoutNode())
    assert "Node.js (not installed)" in as_alice.get(HERE).content.decode()
    as_alice.post(f"{HERE}/sittings", {"mode": "open", "language": "node"})
    assert "Node.js is not installed" in as_alice.get(HERE).content.decode()


def test_each_page_costs_at_most_twelve_queries(as_alice, begun, hand_in, django_assert_max_num_queries):
    id, _ = hand_in("starter")
    hand_in()
    paths = ("/exercises", HERE, f"/submissions/{id}", f"/submissions/{id}/results", f"{HERE}/hints", f"{HERE}/report")
    for path in paths:
        with django_assert_max_num_queries(12):
            assert as_alice.get(path).status_code == 200, path


def test_nothing_is_styled_or_scripted_inline(as_alice, begun, hand_in):
    id, _ = hand_in("starter")
    for path in ("/exercises", HERE, f"/submissions/{id}", f"{HERE}/hints", f"{HERE}/report"):
        page = as_alice.get(path).content.decode()
        for words in ("<script>", " style=", "<style", " onclick="):
            assert words not in page, (path, words)


def test_only_the_desk_gives_the_editors_rules_a_nonce(as_alice):
    assert "nonce" not in as_alice.get(HERE).headers["Content-Security-Policy"]
    as_alice.post(f"{HERE}/sittings", {"mode": "open", "language": "python"})
    desk = as_alice.get(HERE)
    policy = desk.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy.split("; ")  # alone, and in whatever place it stands
    nonce = desk.content.decode().partition('data-nonce="')[2].partition('"')[0]
    assert nonce
    assert f"'nonce-{nonce}'" in policy


@pytest.mark.parametrize("path", ["", "/results"])
def test_nobody_sees_anothers_submission(as_alice, as_bob, begun, ferry, path):
    place = as_alice.post(f"{HERE}/submissions", {"code": code(ferry), "language": "python"}).headers["Location"]
    assert as_bob.get(place + path).status_code == 404
    assert as_bob.post(f"{place}/cancellations").status_code == 404


def test_what_code_prints_is_shown_as_text_never_as_markup(as_alice, begun, hand_in):
    hostile = "def run(*a):\n    print('<script>alert(1)</script>')\n    return '<b>bold</b>'\n"
    name = library().exercises[SLUG].parts[0].cases.function
    _, page = hand_in("starter", code=hostile.replace("def run", f"def {name}"))
    assert "<script>alert" not in page
    assert "<b>bold" not in page
    assert "&lt;script&gt;" in page


def test_another_language_keeps_what_was_written_in_the_first(as_alice, alice, begun):
    as_alice.post(f"{HERE}/draft", {"code": "mine = 1\n", "language": "python"})
    as_alice.post(f"{HERE}/sittings", {"language": "node"})
    assert "solution.js" in as_alice.get(HERE).content.decode()
    assert "mine = 1" in exercises.open(alice, SLUG).code["python"]


def test_a_run_of_the_visible_cases_opens_no_part(as_alice, alice, begun, hand_in):
    id, page = hand_in(scope="visible")
    assert "Submit to have it judged" in page
    assert submissions.open(alice, id).sitting.part == 1
