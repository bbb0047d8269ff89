"""The same for Node.js. ``compile error`` and the like end a submission, so that one result is enough."""

from dataclasses import replace

import pytest

from greenroom.core.verdict import Verdict
from greenroom.engines.judge import Lab

from .given import TWICE, judged, twice
from .hostile_node import PROGRAMS


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_contains(node: Lab, name: str) -> None:
    code, verdict = PROGRAMS[name]
    results = judged(node, twice(verdict), code, "solution.js")
    assert {result.verdict for result in results} == {verdict}, results[0]


@pytest.mark.parametrize("code", ["const solve = (n) => n * 2 + 1", "exports.solve = async (n) => n * 2 + 1;"])
def test_it_judges_honest_code(node: Lab, code: str) -> None:
    results = judged(node, TWICE, code, "solution.js")
    assert [result.verdict for result in results] == [Verdict.ACCEPTED] * 2, results[0]


@pytest.mark.parametrize("name", ["run", "main", "say", "fail", "strict", "name", "wanted", "source", "call"])
def test_a_function_may_have_any_name(node: Lab, name: str) -> None:
    code = f"module.exports = {{ {name}: (n) => n * 2 + 1 }};"
    results = judged(node, replace(TWICE, function=name), code, "solution.js")
    assert [result.verdict for result in results] == [Verdict.ACCEPTED] * 2, results[0]
