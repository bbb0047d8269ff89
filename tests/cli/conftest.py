"""Homes for the command."""

from pathlib import Path

import pytest

from .command import ANSWER, QUESTION, greenroom


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one answer in it, shared by the tests of a file that only read."""
    home = tmp_path_factory.mktemp("used") / "home"
    said = greenroom(home, "answer", QUESTION, "-", given=ANSWER)
    assert said.code == 0, said.err
    return home
