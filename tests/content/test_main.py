"""``python -m greenroom.content``: one fault a line, and an exit code that a script can use."""

from greenroom.content.__main__ import main

COMPETENCY = "competencies/reliability.yaml"


def test_content_without_a_fault_is_silent_and_well(room, capsys):
    assert main([str(room.root)]) == 0
    assert capsys.readouterr().out == ""


def test_each_fault_is_a_line(room, capsys):
    room.edit(COMPETENCY, "name: Reliability", "name: no")

    assert main([str(room.root)]) == 1
    assert capsys.readouterr().out == (f"{COMPETENCY}:2 name: must be text, and was read as false. Mend: quote it.\n")


def test_only_the_files_asked_for_are_shown(room, capsys):
    room.edit(COMPETENCY, "name: Reliability", "name: no")

    assert main([str(room.root), "companies/", "roles/"]) == 0
    assert main([str(room.root), "competencies/"]) == 1
