"""The hostile programs once more at the reduced level, which has no namespaces, as in an ordinary container.

Those that only run into a limit of time are left out here: that clock is the same one.
"""

from collections.abc import Iterator

import pytest

from greenroom.core.language import Language
from greenroom.core.verdict import Verdict
from greenroom.engines.judge.lab import judged_in
from greenroom.sandbox import Broken, Level, Server

from . import hostile_node, hostile_python
from .given import TWICE, part_of
from .test_hostile_python import HONEST

PYTHON = {name: program for name, program in hostile_python.PROGRAMS.items() if program[1] is not Verdict.TIME_LIMIT}
NODE = {name: program for name, program in hostile_node.PROGRAMS.items() if program[1] is not Verdict.TIME_LIMIT}


@pytest.fixture(scope="module")
def reduced() -> Iterator[Server]:
    try:
        server = Server(Level.REDUCED)
    except Broken as error:
        pytest.skip(f"the reduced level is not offered here: {error}")
    with server:
        yield server


@pytest.mark.parametrize("name", PYTHON)
def test_it_contains_in_python(reduced: Server, name: str) -> None:
    code, verdict = PYTHON[name]
    results = list(judged_in(reduced, (part_of(TWICE),), "solution.py", code.encode(), Language.PYTHON))
    assert {result.verdict for result in results} == {verdict}, results[0]


@pytest.mark.parametrize("name", NODE)
def test_it_contains_in_node(reduced: Server, name: str) -> None:
    if not reduced.node:
        pytest.skip("Node.js is not installed")
    code, verdict = NODE[name]
    results = list(judged_in(reduced, (part_of(TWICE),), "solution.js", code.encode(), Language.NODE))
    assert {result.verdict for result in results} == {verdict}, results[0]


def test_it_judges_honest_code(reduced: Server) -> None:
    results = list(judged_in(reduced, (part_of(TWICE),), "solution.py", HONEST.encode(), Language.PYTHON))
    assert [result.verdict for result in results] == [Verdict.ACCEPTED] * 2
