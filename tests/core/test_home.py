"""Where the data folder is: one rule, the same in Python and in the launcher's shell."""

import subprocess
from pathlib import Path

import pytest

from greenroom.core.home import database, home

LAUNCHER = Path(__file__).resolve().parents[2] / "greenroom"


def test_the_chosen_folder_wins():
    assert home({"HOME": "/h", "XDG_DATA_HOME": "/x", "GREENROOM_HOME": "/own"}, "linux") == Path("/own")


def test_a_tilde_is_the_account_folder():
    assert home({"HOME": "/h", "GREENROOM_HOME": "~/own"}, "linux") == Path("/h/own")


def test_linux_keeps_to_the_base_directories():
    assert home({"HOME": "/h"}, "linux") == Path("/h/.local/share/greenroom")
    assert home({"HOME": "/h", "XDG_DATA_HOME": "/x"}, "linux") == Path("/x/greenroom")


def test_a_relative_base_directory_is_ignored():
    assert home({"HOME": "/h", "XDG_DATA_HOME": "x"}, "linux") == Path("/h/.local/share/greenroom")


def test_macos_keeps_to_its_library():
    assert home({"HOME": "/h", "XDG_DATA_HOME": "/x"}, "darwin") == Path("/h/Library/Application Support/Greenroom")


def test_the_database_lies_in_it():
    assert database(Path("/own")) == Path("/own/greenroom.sqlite3")


@pytest.mark.parametrize(
    "chosen",
    [
        {"HOME": "/h"},
        {"HOME": "/h", "XDG_DATA_HOME": "/x"},
        {"HOME": "/h", "XDG_DATA_HOME": "x"},
        {"HOME": "/h", "GREENROOM_HOME": "~/own"},
        {"HOME": "/h", "GREENROOM_HOME": "~"},
        {"HOME": "/h", "GREENROOM_HOME": "/a b/c"},
    ],
)
def test_the_launcher_knows_the_same_rule(chosen):
    text = LAUNCHER.read_text()
    rule = text[text.index("home() {") : text.index("# True when the environment")]
    shell = subprocess.run(["sh", "-c", f"{rule}\nhome"], env={"PATH": "/usr/bin:/bin", **chosen}, capture_output=True)
    assert shell.stdout.decode() == str(home(chosen))
