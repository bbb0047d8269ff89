"""A first evening in the terminal: guide, practice, feedback, second try, samples, history, and away with it all."""

import json
import re
import zipfile

import pytest

from tests.cli.command import ANSWER, QUESTION, clean, greenroom

from .terminal import terminal

LEAVES = "Enter leaves: "
SHORT = (
    "Last year our payment worker lost messages under load. We looked at it together and it became better in the end, "
    "though nobody could say why."
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("evening") / "home"


def lines(text):
    """Wrap a text as a person would type it: a terminal takes no endless lines."""
    return "".join(f"{line.strip()}\n" for line in text.replace(". ", ".\n").splitlines())


def test_the_guide_leads_to_practice(home):
    guide = greenroom(home, "guides", "--search", "stripe backend").out.split()[0]
    said = greenroom(home, "guide", guide)
    types = set(re.findall(r"greenroom practise --type (\S+)", " ".join(said.out.split())))
    assert types
    assert all(greenroom(home, "questions", "--type", name).code == 0 for name in types)


def test_a_question_two_tries_and_the_samples(home):
    with terminal(clean(home), "practise", "--question", QUESTION) as screen:
        asked = screen.until("Enter skips): ")
        assert "Why it is asked" in asked
        screen.type("3\n")
        screen.until("Ctrl-D on an empty line ends it.")
        screen.type(lines(SHORT) + "\x04")
        first = screen.until(LEAVES)
        assert "Your words" in first
        screen.type("t\n")
        screen.until("Enter skips): ")
        screen.type("\n")
        screen.until("Ctrl-D on an empty line ends it.")
        screen.type(lines(ANSWER) + "\x04")
        second = screen.until(LEAVES)
        assert "Bands, from 1 to 5" in second
        assert "What works" in second
        screen.type("s\n")
        assert "Sample: " in screen.until(LEAVES)
        screen.type("\n")
        assert screen.end() == 0


def test_samples_are_not_shown_before_an_answer(home):
    with terminal(clean(home), "practise", "--question", "slow-query") as screen:
        assert "Sample: " not in screen.until("Enter skips): ")


def test_both_tries_are_in_the_history_with_the_prediction(home):
    rows = json.loads(greenroom(home, "history", "--json").out)
    assert [(row["question"], row["predicted"]) for row in rows] == [(QUESTION, None), (QUESTION, 3)]


def test_the_own_editor_opens_with_the_last_text(home, tmp_path):
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\necho 'I measured it again, and the queue lost nothing in four weeks.' >> \"$1\"\n")
    script.chmod(0o755)
    with terminal(clean(home, EDITOR=str(script)), "practise", "--question", "new-domain-quickly") as screen:
        screen.until("Enter skips): ")
        screen.type("\n")
        screen.until(LEAVES)
        screen.type("t\n")
        screen.until("Enter skips): ")
        screen.type("\n")
        again = screen.until(LEAVES)
        assert " ".join(again.split()).count("I measured it again") >= 2
        screen.type("\n")
        screen.end()


def test_what_was_typed_before_ctrl_c_is_kept_as_a_draft(home):
    with terminal(clean(home), "practise", "--question", "reconciliation") as screen:
        screen.until("Enter skips): ")
        screen.type("\n")
        screen.until("Ctrl-D on an empty line ends it.")
        screen.type("I would compare both ledgers every night.\n")
        screen.until("every night.\n")
        screen.taken()
        screen.type("\x03")
        screen.until("kept as the draft")
    greenroom(home, "export", str(home / "all.zip"))
    with zipfile.ZipFile(home / "all.zip") as archive:
        assert "compare both ledgers" in archive.read("drafts.json").decode()


def test_colour_is_left_out_when_it_is_not_wanted(home):
    with terminal(clean(home, NO_COLOR="1"), "guide", "stripe/backend-developer", "--section", "mistakes") as screen:
        screen.end()
    assert b"\x1b[" not in screen.raw


def test_all_of_it_can_be_taken_away(home):
    assert greenroom(home, "erase", "--now").code == 0
    assert json.loads(greenroom(home, "history", "--json").out) == []
