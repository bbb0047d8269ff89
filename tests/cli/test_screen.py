"""What people see: wrapped, safe, and in colour only where it is wanted."""

import re
import shutil

import pytest

from greenroom.cli.counted import counted
from greenroom.cli.screen import Plain, safe

from .command import ROOT, greenroom


def test_what_steers_a_terminal_is_replaced_and_no_offset_moves():
    text = "a\x1b[31mb\x00c\u202ed\ud800e\x9bf\u200f\u061c"
    assert len(safe(text)) == len(text)
    assert safe(text) == "a\ufffd[31mb\ufffdc\ufffdd\ufffde\ufffdf\ufffd\ufffd"


def test_words_of_every_language_are_left_alone():
    text = "Zoë said 你好 — שלום 🙂\n\tand went on"
    assert safe(text) == text


def test_a_paragraph_hangs_under_its_bullet(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    Plain().text("one two three four five six seven eight nine ten", first="- ", indent=2)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("  - one")
    assert all(line.startswith("    ") for line in lines[1:])
    assert all(len(line) <= 40 for line in lines)


def test_a_long_name_is_not_broken(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    name = "company:engineering-handbook/a-very-long-address-without-a-space"
    Plain().text(name)
    assert capsys.readouterr().out == f"{name}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["\x1b[31mred"],
        ["guides", "\x1b[31mred"],
        ["guide", "stripe/\x1b[31mred\u202e"],
        ["guide", "stripe/x", "--section", "\x1b[31m"],
        ["answer", "\x1b[31mred", "/nowhere/\x1b[31m\u202e.txt"],
        ["content", "check", "/nowhere/\x1b[31m\u202e"],
        ["token", "\x1b[31m"],
    ],
)
def test_a_complaint_repeats_what_was_typed_without_steering_the_terminal(home, words):
    said = greenroom(home, *words)
    assert said.code in (2, 3)
    assert said.err
    assert not {"\x1b", "\u202e"} & set(said.err + said.out)


def test_the_name_of_a_token_does_not_steer_the_terminal(home):
    greenroom(home, "token", "new", "\x1b[31mred\u202e")
    said = greenroom(home, "token", "list")
    assert "[31mred" in said.out
    assert not {"\x1b", "\u202e"} & set(said.out)


def test_the_names_of_a_library_do_not_steer_the_terminal(home, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    file = content / "roles" / "backend-developer.yaml"
    file.write_text(
        re.sub("^name: .*$", r'name: "Back\\e[31mend\\u202e"', file.read_text(), count=1, flags=re.MULTILINE)
    )
    said = greenroom(home, "guides", "--role", "backend-developer", GREENROOM_CONTENT=str(content))
    assert "[31mend" in said.out
    assert not {"\x1b", "\u202e"} & set(said.out)


def test_one_is_one_word_and_not_words():
    assert [counted(n, "word") for n in (0, 1, 2, 1200)] == ["0 words", "1 word", "2 words", "1,200 words"]
    assert counted(2, "try", "tries") == "2 tries"
