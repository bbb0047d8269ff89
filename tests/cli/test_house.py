"""What is in the way is said in one plain line, with the mend."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from greenroom.cli import house

from .command import clean, greenroom


def one_line(said):
    return said.err.count("\n") == 1 and "Traceback" not in said.err


def test_a_home_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    said = greenroom(tmp_path / "file" / "home", "history")
    assert said.code == 4
    assert one_line(said)
    assert "Set GREENROOM_HOME" in said.err


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_home_that_is_read_only(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    said = greenroom(home, "history")
    assert said.code == 4
    assert one_line(said)
    assert "read-only" in said.err


def test_a_database_of_a_newer_version(home):
    greenroom(home, "history")
    with closing(sqlite3.connect(home / "greenroom.sqlite3")) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('records', '9999_later', '2030-01-01')"
        )
        connection.execute("PRAGMA user_version = 7")
        connection.commit()
    said = greenroom(home, "history")
    assert said.code == 4
    assert one_line(said)
    assert "newer Greenroom" in said.err
    assert "records.9999_later" in said.err


def test_a_file_that_is_no_database(home):
    home.mkdir()
    (home / "greenroom.sqlite3").write_text("these are my notes, not a database\n" * 50)
    said = greenroom(home, "history")
    assert said.code == 4
    assert one_line(said)
    assert "notes" in (home / "greenroom.sqlite3").read_text()


def test_a_start_with_nothing_to_migrate_is_seen_from_the_file_alone(used):
    assert house.up_to_date(used)


def test_a_database_from_before_the_last_migration_is_not_up_to_date(home):
    greenroom(home, "history")
    with closing(sqlite3.connect(home / "greenroom.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 7")
    assert not house.up_to_date(home)
    assert greenroom(home, "history").code == 0
    assert house.up_to_date(home)


def test_two_first_commands_at_once_both_work(home):
    command = [sys.executable, "-P", "-m", "greenroom", "history"]
    both = [subprocess.Popen(command, env=clean(home), stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=60)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said


def test_the_home_is_for_its_owner_alone(used):
    assert used.stat().st_mode & 0o077 == 0


def test_a_mistake_of_ours_is_one_line_and_the_trace_on_demand(home, tmp_path):
    broken = {"DJANGO_SETTINGS_MODULE": "no.such.settings"}
    said = greenroom(home, "history", **broken)
    assert said.code == 5
    assert one_line(said)
    assert "Traceback" in greenroom(home, "history", **broken, GREENROOM_DEBUG="1").err


def test_files_that_others_could_read_are_made_private(home):
    greenroom(home, "history")
    held = closing(sqlite3.connect(home / "greenroom.sqlite3"))
    with held as connection:  # while it is open, its two side files are there
        connection.execute("SELECT * FROM django_migrations").fetchall()
        files = sorted([*home.glob("greenroom.sqlite3*"), home / "secret"])
        for file in files:
            file.chmod(0o644)
        assert len(files) == 4
        greenroom(home, "history")
        assert {file.name: oct(file.stat().st_mode & 0o777) for file in files} == {f.name: "0o600" for f in files}


def test_new_files_are_private_whatever_the_mask_of_the_account(home):
    home.mkdir(mode=0o755)
    command = [sys.executable, "-P", "-m", "greenroom", "history"]
    subprocess.run(command, env=clean(home), check=True, capture_output=True, umask=0o000)
    assert {file.name for file in home.iterdir() if file.stat().st_mode & 0o077} == set()


@pytest.mark.parametrize("words", [["guides"], ["questions"], ["content", "check"], ["serve", "--no-browser"]])
def test_a_content_folder_that_is_missing_is_named(home, words):
    said = greenroom(home, *words, GREENROOM_CONTENT="/nope")
    assert said.code == 4
    assert one_line(said)
    assert "/nope" in said.err


@pytest.mark.parametrize("words", [["guides"], ["guide", "stripe/backend-developer"], ["--help"], ["answer", "--help"]])
def test_output_that_cannot_be_written_is_said_in_one_line(home, words):
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-P", "-m", "greenroom", *words]
        done = subprocess.run(command, env=clean(home), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 4
    assert done.stderr == "The output cannot be written (No space left on device).\n"
