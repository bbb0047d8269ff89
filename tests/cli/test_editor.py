"""The candidate's own editor."""

import pytest

from greenroom.cli.editor import editor
from greenroom.cli.exits import Stop


@pytest.mark.parametrize("name", ["EDITOR", "VISUAL"])
def test_a_command_that_cannot_be_read_is_named(monkeypatch, name):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv(name, "vi 'x")
    with pytest.raises(Stop, match=f"{name} is no command .*vi 'x"):
        editor()
