"""``greenroom content check``: each fault with file, line, field and mend."""

import shutil

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
