"""What people see: wrapped, safe, and in colour only where it is wanted."""

from greenroom.cli.screen import Plain, safe


def test_what_steers_a_terminal_is_replaced_and_no_offset_moves():
    text = "a\x1b[31mb\x00c\u202ed\ud800e\x9bf"
    assert len(safe(text)) == len(text)
    assert safe(text) == "a\ufffd[31mb\ufffdc\ufffdd\ufffde\ufffdf"


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
