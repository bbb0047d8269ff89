"""``greenroom content check``: each fault with file, line, field and mend."""

import shutil

from tests.content.examples import build

from .command import ROOT, greenroom


def test_it_names_file_line_field_and_mend(home, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    file = content / "competencies" / "craft.yaml"
    file.write_text(file.read_text().replace("meaning:", "meening:", 1))
    said = greenroom(home, "content", "check", str(content), "--no-proof")
    fault = next(line for line in said.out.splitlines() if "meening" in line)
    assert said.code == 1
    assert fault.startswith(f"{content}/competencies/craft.yaml:")
    assert "Mend: " in fault


def test_a_part_of_the_library_can_be_checked_alone(home):
    said = greenroom(home, "content", "check", str(ROOT / "content" / "competencies"))
    assert said.code == 0
    assert "No faults" in said.out


def test_a_path_that_is_not_there_is_not_here(home):
    assert greenroom(home, "content", "check", "/nowhere").code == 3


def test_one_exercise_is_proven_alone_and_the_second_time_at_once(home, tmp_path):
    root = build(tmp_path / "content").root
    words = ("content", "check", str(root), "--exercise", "seats-on-a-ferry")
    said = greenroom(home, *words)
    assert (said.code, said.err) == (0, said.err), said.out + said.err
    assert "seats-on-a-ferry: proven (" in said.err
    assert "seats-on-a-ferry: proven before (" in greenroom(home, *words).err


def test_an_exercise_that_is_not_there_is_not_here(home):
    assert greenroom(home, "content", "check", "--exercise", "nothing").code == 3
