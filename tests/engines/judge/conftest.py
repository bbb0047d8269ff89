"""One warm judge for all the tests here; they are skipped, and say so, where no jail can be had."""

from collections.abc import Iterator

import pytest

from greenroom.engines.judge import Lab
from greenroom.sandbox import Level


@pytest.fixture(scope="package")
def lab() -> Iterator[Lab]:
    with Lab() as opened:
        if opened.standing.level is not Level.FULL:
            pytest.skip(opened.standing.said())
        yield opened


@pytest.fixture
def node(lab: Lab) -> Lab:
    if not lab.languages()["node"]:
        pytest.skip("Node.js is not installed")
    return lab
