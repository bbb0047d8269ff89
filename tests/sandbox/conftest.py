"""A sandbox of each level; skipped, and said so, where this machine does not offer it."""

from collections.abc import Iterator

import pytest

from greenroom.sandbox import Broken, Level, Server


@pytest.fixture(params=[Level.FULL, Level.REDUCED])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    yield from _opened(request.param)


@pytest.fixture
def full() -> Iterator[Server]:
    yield from _opened(Level.FULL)


def _opened(level: Level) -> Iterator[Server]:
    try:
        opened = Server(level)
    except Broken as error:
        pytest.skip(f"the level {level.value} is not offered here: {error}")
    with opened:
        yield opened
