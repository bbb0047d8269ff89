"""``greenroom doctor``: what this machine has and lacks."""

from .command import greenroom


def test_it_says_one_line_for_each_thing_and_makes_nothing(home):
    said = greenroom(home, "doctor")
    names = [line.split()[1] for line in said.out.splitlines()]
    assert said.code == 0
    assert {"Python", "environment", "disk", "database", "server", "content", "Chromium", "PostgreSQL"} <= set(names)
    assert not home.exists()


def test_it_tells_how_closely_code_is_kept(home):
    line = next(line for line in greenroom(home, "doctor").out.splitlines() if line.split()[1] == "sandbox")
    assert any(word in line for word in ("full. Code runs", "reduced. Code can", "none. This machine"))


def test_what_is_missing_comes_with_the_way_to_get_it(home):
    said = greenroom(home, "doctor", PATH="/nowhere")
    node = next(line for line in said.out.splitlines() if "Node.js" in line)
    assert node.startswith("without")
    assert "front end" in node


def test_a_broken_database_is_found(home):
    home.mkdir()
    (home / "greenroom.sqlite3").write_text("no database at all\n" * 200)
    said = greenroom(home, "doctor")
    assert said.code == 4
    assert "MISSING  database" in said.out


def test_a_data_folder_that_cannot_be_written_is_found(tmp_path):
    (tmp_path / "file").write_text("")
    said = greenroom(tmp_path / "file" / "home", "doctor")
    assert said.code == 4
    assert "set GREENROOM_HOME" in said.out


def test_a_data_folder_that_others_can_look_into_is_said_with_the_mend(home):
    home.mkdir(mode=0o700)
    assert "ok       privacy" in greenroom(home, "doctor").out
    home.chmod(0o755)
    said = greenroom(home, "doctor").out
    assert "without  privacy" in said
    assert f"chmod 700 {home}" in said


def test_it_tells_what_the_sql_lab_takes_of_the_disk(home):
    assert "its PostgreSQL starts by itself; nothing is made yet" in greenroom(home, "doctor").out
    (home / "sqllab").mkdir(parents=True, mode=0o700)
    (home / "sqllab" / "rows").write_bytes(b"x" * 3_000_000)
    line = next(line for line in greenroom(home, "doctor").out.splitlines() if "SQL lab" in line)
    assert line.startswith("ok ")
    assert "3 MB in" in line
