"""A room: the library of the authoring pages in a temporary folder."""

from pathlib import Path

import pytest

from .examples import Room, build


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return build(tmp_path / "content")
