"""SQL exercises of each form in one's own editor, from a home in which no PostgreSQL was ever started."""

import json
import subprocess
import sys

import pytest

from tests.cli.command import Said, clean, greenroom
from tests.content.examples import build

from .terminal import terminal

SLUG = "seats-left"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return build(tmp_path_factory.mktemp("library") / "content").root


class Desk:
    """A home, a folder, and the command run in that folder."""

    def __init__(self, top, content, slug=SLUG, mistake="forgets-the-empty-sum"):
        self.home, self.folder, self.content, self.slug = top / "home", top / "work", content, slug
        self.solution = self.folder / "solution.sql"
        self.solved = (content / f"exercises/sql/{slug}/reference/solution.sql").read_text()
        self.wrong = (content / f"exercises/sql/{slug}/wrong/{mistake}/solution.sql").read_text()

    def start(self, *words):
        words = ("start", self.slug, "--folder", str(self.folder), *words)
        return greenroom(self.home, *words, GREENROOM_CONTENT=str(self.content))

    def run(self, *words, given=""):
        command = [sys.executable, "-P", "-m", "greenroom", *words]
        env = clean(self.home, GREENROOM_CONTENT=str(self.content))
        done = subprocess.run(
            command, cwd=self.folder, input=given, capture_output=True, env=env, timeout=120, text=True
        )
        return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def desk(tmp_path, content):
    return Desk(tmp_path, content)


def test_a_query_is_run_judged_hinted_at_and_solved(desk):
    said = desk.start()
    assert said.code == 0, said.err
    assert "Seats that are left." in said.out
    assert "`greenroom psql`" in said.out
    assert {path.name for path in desk.folder.iterdir()} == {
        ".greenroom.json", "README.md", "data", "schema.sql", "solution.sql",
    }  # fmt: skip
    assert "create table ferries" in (desk.folder / "schema.sql").read_text()
    assert "Puffin" in (desk.folder / "data/normal.sql").read_text()
    assert "Columns are matched by name" in (desk.folder / "README.md").read_text()

    said = desk.run("test")
    assert (said.code, "no statement" in said.out) == (1, True)
    desk.solution.write_text(desk.wrong)
    said = desk.run("check")
    assert said.code == 0, said.out + said.err
    assert "It ran. `greenroom submit` judges it." in said.out
    assert "(3 rows)" not in desk.run("test", "--json").out

    said = desk.run("submit")
    assert said.code == 1
    assert "wrong answer: 3 of 5 data sets" in said.out
    assert "the smallest data that shows it:" in said.out
    assert "There is a hint for this very mistake" in said.out
    said = desk.run("hint")
    assert "What it does: Subtracts an empty sum." in said.out

    desk.solution.write_text(desk.solved)
    said = desk.run("submit")
    assert said.code == 0, said.out + said.err
    assert "accepted: 5 of 5 data sets" in said.out
    assert "told where to look." in said.out
    assert "greenroom practise --question an-outage-you-handled" in said.out
    listed = greenroom(desk.home, "exercises", "--kind", "sql", GREENROOM_CONTENT=str(desk.content))
    assert "(SQL, 10 min) [passed]" in " ".join(listed.out.split())


def test_a_program_reads_rows_and_verdicts_as_json(desk):
    desk.start()
    desk.solution.write_text(desk.wrong)
    document = json.loads(desk.run("submit", "--json").out)
    assert (document["verdict"], document["passed"]) == ("wrong answer", False)
    grid = next(case["grid"] for case in document["cases"] if case["grid"])
    assert grid["smallest"]
    assert grid["marked_expected"]


def test_where_a_statement_cannot_be_read_is_shown(desk):
    desk.start()
    desk.solution.write_text("select id,\n  fre from ferries")
    said = desk.run("test")
    assert said.code == 1
    assert "line 2, column 3" in said.out
    assert "  ^" in said.out


def test_psql_opens_on_the_rows_that_may_be_seen_and_leaves_nothing(desk):
    desk.start()
    count = "select count(*) from ferries"
    for _ in range(2):
        said = desk.run("psql", "-At", given=f"{count};\ndelete from bookings;\ndelete from ferries;\n{count};\n")
        assert said.code == 0, said.err
        assert said.out.split() == ["4", "DELETE", "3", "DELETE", "4", "0"]
    assert desk.run("psql", "-c", "create table mine (id int)").code == 1


def test_a_language_that_it_is_not_solved_in_is_refused(desk):
    said = desk.start("--language", "python")
    assert (said.code, said.err.strip()) == (2, "seats-left is solved in sql, not in python.")
    assert not desk.folder.exists()
    said = greenroom(desk.home, "start", "seats-on-a-ferry", "--language", "sql", GREENROOM_CONTENT=str(desk.content))
    assert (said.code, "solved in python or node" in said.err) == (2, True)


def test_watching_shows_the_rows_again_at_each_save(desk):
    desk.start()
    env = clean(desk.home, GREENROOM_CONTENT=str(desk.content))
    with terminal(env, "watch", cwd=desk.folder) as screen:
        assert "no statement" in screen.until("Watching solution.sql. Ctrl-C ends it.")
        desk.solution.write_text("select name from ferries where id = 1")
        assert "Puffin" in screen.until("Ctrl-C ends it.")
        screen.type("\x03")
        assert screen.end() == 130


def test_a_schema_is_attacked_and_holds(tmp_path, content):
    desk = Desk(tmp_path, content, "cabins-under-attack", "looks-first")
    assert desk.start().code == 0
    told = (desk.folder / "README.md").read_text()
    assert "view booked(cabin bigint, name text)" in told
    assert "`booked-twice`: A cabin is booked a second time. It has to be refused." in told
    assert not (desk.folder / "schema.sql").exists()
    desk.solution.write_text(desk.wrong)
    said = desk.run("test")
    assert (said.code, "wrong answer: 5 of 6 tests" in said.out) == (1, True)
    said = desk.run("submit")
    assert "wrong answer: 5 of 6 attacks" in said.out
    assert "It has to be refused and went through." in said.out
    assert "b: select book(1, 'Bruno')" in said.out
    desk.solution.write_text(desk.solved)
    said = desk.run("submit")
    assert (said.code, "accepted: 6 of 6 attacks" in said.out) == (0, True)


def test_a_race_is_lost_run_again_and_won(tmp_path, content):
    desk = Desk(tmp_path, content, "last-seats", "adds-up-first")
    assert desk.start().code == 0
    told = (desk.folder / "README.md").read_text()
    assert "session a: :booking = 11, :ferry = 1, :wanted = 3" in told
    assert "create table ferries" in (desk.folder / "schema.sql").read_text()
    desk.solution.write_text(desk.wrong)
    said = desk.run("submit")
    assert (said.code, "wrong answer: 1 of 2 rules" in said.out) == (1, True)
    order = said.out.partition("again: greenroom race ")[2].partition("\n")[0].split()
    said = desk.run("race", *order)
    assert said.code == 1
    assert "afterwards: never-too-many" in said.out
    assert (desk.run("race", "x1", "y2").code, desk.run("race", "a1", "b1").code in (0, 1)) == (2, True)
    desk.solution.write_text(desk.solved)
    said = desk.run("submit")
    assert (said.code, "accepted: 2 of 2 rules" in said.out) == (0, True)
    assert desk.run("race", *order).code == 0


def test_the_costly_node_is_marked_and_then_an_index_found(tmp_path, content):
    desk = Desk(tmp_path, content, "tickets-at-the-gate", "forgets-the-day")
    assert desk.start().code == 0
    told = (desk.folder / "README.md").read_text()
    assert "buffers" in told
    assert "create index" in told
    said = desk.run("plan")
    assert said.code == 0, said.err
    assert "Which node touches most buffers by itself?" in said.out
    assert "touches most" not in said.out.replace("touches most buffers", "")
    query = next(line for line in said.out.splitlines() if line.endswith(":")).rstrip(":")
    said = desk.run("plan", query, "0")
    assert said.code in (0, 1)  # its plan may have one node alone
    assert "buffers by itself." in said.out
    assert "<- touches most" in said.out
    assert desk.run("plan", query, "99").code == 2
    desk.solution.write_text(desk.wrong)
    said = desk.run("submit")
    assert said.code == 1
    assert "without your indexes:" in said.out
    assert "<- touches most" in said.out
    desk.solution.write_text(desk.solved)
    said = desk.run("submit")
    assert said.code == 0, said.out + said.err
    assert "limits" in said.out
