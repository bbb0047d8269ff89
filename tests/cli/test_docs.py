"""The documentation says what is there: every command, option, exit code and setting; every link leads somewhere."""

import os
import re
from pathlib import Path

import pytest

from greenroom.cli.commands import COMMANDS
from greenroom.cli.exits import Exit

from .command import ROOT

DOCS = ROOT / "docs" / "operating"
COMMANDS_PAGE = (DOCS / "commands.md").read_text()
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SOURCES = ("src", "tests", "tools", "bench", "training", ".ci")


def section(name):
    """Return what the page says about one command."""
    found = re.search(rf"^### `greenroom {name}\b.*?(?=^##)", COMMANDS_PAGE, re.MULTILINE | re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_and_option_is_documented(name):
    options = {o for action in COMMANDS[name].parser()._actions for o in action.option_strings} - {"-h", "--help"}
    assert section(name)
    assert [option for option in sorted(options) if f"`{option}" not in section(name)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_is_documented_that_is_not_there(name):
    options = {o for action in COMMANDS[name].parser()._actions for o in action.option_strings}
    assert set(re.findall(r"^\| `(--[a-z-]+)", section(name), re.MULTILINE)) <= options


def test_each_exit_code_is_documented():
    table = set(re.findall(r"^\| (\d+) \|", COMMANDS_PAGE, re.MULTILINE))
    assert table == {str(int(code)) for code in Exit} | {"130"}


def test_each_setting_is_documented_and_each_documented_setting_is_read():
    page = set(re.findall(r"^\| `(GREENROOM_[A-Z_]+)`", (DOCS / "settings.md").read_text(), re.MULTILINE))
    assert page == read_somewhere()


def read_somewhere():
    files = [path for folder in SOURCES for path in (ROOT / folder).rglob("*") if path.suffix in (".py", ".sh", "")]
    texts = [path.read_text(errors="ignore") for path in [ROOT / "greenroom", *files] if path.is_file()]
    return {name for text in texts for name in re.findall(r"GREENROOM_[A-Z_]*[A-Z]", text)} - {"GREENROOM_X"}


def test_the_commands_of_the_readme_exist():
    text = (ROOT / "README.md").read_text()
    shown = re.findall(r"^    \./greenroom ([a-z]+)", text, re.MULTILINE)
    assert shown[:2] == ["serve", "test"]
    assert set(re.findall(r"\./greenroom ([a-z]+)", text)) <= set(COMMANDS)
    assert os.access(ROOT / "greenroom", os.X_OK)


def test_ci_runs_the_test_command_of_the_readme():
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert [line for line in lines if line.startswith("./greenroom")][-1].startswith("./greenroom test ")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_each_link_leads_to_a_file(page: Path):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text())
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_the_decisions_are_listed_and_have_their_five_parts():
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    index = (ROOT / "docs" / "decisions" / "README.md").read_text()
    for page in pages:
        assert f"({page.name})" in index
        for part in ("Context", "Decision", "Consequences", "Alternatives", "Check"):
            assert f"**{part}.**" in page.read_text(), f"{page.name}: {part}"
