"""``--help`` answers at once, for everything."""

import subprocess
import sys

import pytest

from greenroom.cli.commands import COMMANDS

from .command import greenroom

HEAVY = {
    "django",
    "granian",
    "numpy",
    "pydantic",
    "rich",
    "typer",
    "click",
    "yaml",
    "asyncio",
    "multiprocessing",
    "sqlglot",
    "psycopg",
}


def test_it_lists_every_command(home):
    said = greenroom(home, "--help")
    assert said.code == 0
    assert all(f"  {name} " in said.out for name in COMMANDS)


def test_help_imports_nothing_heavy():
    script = "import sys; from greenroom.cli.main import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(done.stderr.split())


def test_help_makes_no_folder(home):
    greenroom(home, "--help")
    assert not home.exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as ended:
        COMMANDS[name].parse(["--help"])
    assert ended.value.code == 0
    assert f"usage: greenroom {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_function(name):
    assert callable(COMMANDS[name].function())


def test_an_unknown_command_names_the_nearest(home):
    said = greenroom(home, "practice")
    assert (said.code, said.err) == (2, "There is no command “practice”. Did you mean `greenroom practise`?\n")


def test_a_wrong_option_is_a_matter_of_usage(home):
    assert greenroom(home, "guides", "--colour").code == 2


def test_an_unknown_command_that_is_near_to_none_is_not_guessed(home):
    said = greenroom(home, "nonsense")
    assert (said.code, said.err) == (2, "There is no command “nonsense”. `greenroom --help` lists them.\n")
