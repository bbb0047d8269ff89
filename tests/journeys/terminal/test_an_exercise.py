"""An exercise in one's own editor: four parts in each language, a wrong answer and a hint on the way."""

import json
import subprocess
import sys

import pytest

from tests.cli.command import Said, clean, greenroom
from tests.content.examples import build

from . import tally
from .terminal import terminal


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return tally.build(build(tmp_path_factory.mktemp("library") / "content").root)


class Desk:
    """A home, a folder, and the command run in that folder."""

    def __init__(self, tmp_path, content, language):
        self.home, self.folder, self.content = tmp_path / "home", tmp_path / "work", content
        self.language = language
        self.solution = self.folder / tally.NAMES[language]

    def start(self, *words):
        words = ("start", tally.SLUG, "--language", self.language, "--folder", str(self.folder), *words)
        return greenroom(self.home, *words, GREENROOM_CONTENT=str(self.content))

    def run(self, *words):
        command = [sys.executable, "-P", "-m", "greenroom", *words]
        env = clean(self.home, GREENROOM_CONTENT=str(self.content))
        done = subprocess.run(command, cwd=self.folder, capture_output=True, env=env, timeout=120, text=True)
        return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def desk(tmp_path, content):
    return Desk(tmp_path, content, "python")


@pytest.mark.parametrize("language", ["python", "node"])
def test_four_parts_with_a_wrong_answer_and_a_hint_on_the_way(tmp_path, content, language):
    desk = Desk(tmp_path, content, language)
    said = desk.start()
    assert said.code == 0, said.err
    assert "Tally, part 1 of 4." in said.out
    assert "Part 2" not in (desk.folder / "README.md").read_text()

    assert desk.run("test").code == 1
    desk.solution.write_text(tally.CARELESS[language])
    said = desk.run("test")
    assert (said.code, said.out.splitlines()[-1]) == (0, "accepted: 2 of 2 tests")

    said = desk.run("submit")
    assert said.code == 0, said.out + said.err
    assert "Part 1 is passed. Part 2 is open" in said.out
    assert "some: " in (desk.folder / "tests.txt").read_text()

    with open(desk.folder / "tests.txt", "a") as tests:
        tests.write('floor: [[["take", 5]]] -> 0\n')
    assert "wrong answer" in desk.run("test").out
    said = desk.run("submit")
    assert said.code == 1
    assert "too-much" in said.out
    assert "Your 1 test caught 1 of 1 wrong solutions." in said.out
    assert "There is a hint for this very mistake" in said.out

    said = desk.run("hint")
    assert "1. where: Look at the total." in said.out
    assert "told where to look" in said.out
    assert "idea" not in desk.run("hint", "--show").out.splitlines()[1]

    desk.solution.write_text(tally.SOLVED[language])
    for part in (2, 3):
        assert f"Part {part} is passed. Part {part + 1} is open" in desk.run("submit").out
    said = desk.run("submit")
    place = {"python": ("line 5: ", 'if verb == "add":'), "node": ("line 6: ", 'if (verb === "add") total += n;')}[
        language
    ]
    assert f"{place[0]}A `verb` that is none of those named" in said.out
    assert f"    {place[1]}\n" in said.out
    assert "refuses what it does not know" in " ".join(said.out.split())
    assert "All parts are passed: part 1 " in said.out
    assert "0 regressions; told where to look." in said.out
    assert "greenroom practise --question an-outage-you-handled" in said.out
    listed = greenroom(desk.home, "exercises", "--state", "passed", GREENROOM_CONTENT=str(content))
    assert "tally: Keep a total. (20 min) [passed]" in listed.out


def test_the_trade_offs_follow_the_last_part_until_they_are_answered(desk, tmp_path):
    desk.start()
    desk.solution.write_text(tally.SOLVED["python"])
    for _ in range(4):
        said = json.loads(desk.run("submit", "--json").out)
    assert said["question"] == "an-outage-you-handled"
    assert [(remark["line"], remark["finding"]["rule"]) for remark in said["code_reading"]["remarks"]] == [
        (5, "unknown-passes")
    ]

    answer = tmp_path / "answer.txt"
    answer.write_text(tally.TRADE_OFFS)
    env = {"GREENROOM_CONTENT": str(desk.content)}
    given = greenroom(desk.home, "answer", said["question"], str(answer), **env)
    assert given.code == 0, given.out + given.err
    assert "The trade-offs: answered." in desk.run("submit").out


def test_screen_mode_hides_how_many_parts_there_are(desk):
    said = desk.start("--mode", "screen")
    assert said.out.splitlines()[0].endswith("Tally, part 1.")
    desk.solution.write_text(tally.SOLVED["python"])
    document = json.loads(desk.run("submit", "--json").out)
    assert (document["passed"], document["open_part"], document["all_passed"]) == (True, 2, False)
    assert "of 4" not in (desk.folder / "README.md").read_text()


def test_starting_again_keeps_code_and_goes_on(desk):
    desk.start()
    desk.solution.write_text("mine")
    said = desk.start()
    assert (said.code, desk.solution.read_text()) == (0, "mine")
    assert said.out.startswith("Refreshed")


def test_a_folder_that_holds_something_else_is_kept(desk):
    desk.folder.mkdir()
    (desk.folder / "thesis.txt").write_text("mine")
    said = desk.start()
    assert said.code == 4
    assert "is there already and is kept as it is" in said.err
    assert list(desk.folder.iterdir()) == [desk.folder / "thesis.txt"]


def test_what_is_no_exercise_or_no_folder_is_told(desk):
    said = greenroom(desk.home, "start", "taly", GREENROOM_CONTENT=str(desk.content))
    assert (said.code, "Did you mean tally?" in said.err) == (3, True)
    desk.folder.mkdir()
    for words in (("submit",), ("hint",), ("watch",)):
        said = desk.run(*words)
        assert (said.code, "This is no exercise folder" in said.err) == (3, True)


def test_files_that_cannot_be_taken_end_with_2_and_keep_nothing(desk):
    desk.start()
    (desk.folder / "tests.txt").write_text("what is this\n")
    for words in (("test",), ("submit",)):
        said = desk.run(*words)
        assert (said.code, "line 1: has no name" in said.err) == (2, True)
    assert desk.run("test", "--fast").code == 2


def test_watching_runs_the_tests_again_at_each_save(desk):
    desk.start()
    env = clean(desk.home, GREENROOM_CONTENT=str(desk.content))
    with terminal(env, "watch", cwd=desk.folder) as screen:
        assert "wrong answer: 0 of 2 tests" in screen.until("Ctrl-C ends it.")
        desk.solution.write_text(tally.SOLVED["python"])
        assert "accepted: 2 of 2 tests" in screen.until("Ctrl-C ends it.")
        screen.type("\x03")
        assert screen.end() == 130
