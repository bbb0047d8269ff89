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


MODULES = {
    "export": "export const solve = (n) => n * 2 + 1;",
    "export_default": "export default function solve(n) { return n * 2 + 1; }",
    "default_object": "const solve = (n) => n * 2 + 1; export default { solve };",
    "import": "import { createHmac } from 'node:crypto'; import fs from 'fs';\n"
    "const long = createHmac('sha256', 'k').digest('hex').length === 64 && fs.readSync;\n"
    "export function solve(n) { return n * 2 + (long ? 1 : 0); }",
    "top_level_await": "const one = await Promise.resolve(1); export const solve = async (n) => n * 2 + one;",
    "import_meta": "export const solve = (n) => n * 2 + (import.meta.url.startsWith('file:') ? 1 : 0);",
    "dynamic_import": "export const solve = async (n) => n * 2 + ((await import('path')).sep === '/' ? 1 : 0);",
}


@pytest.mark.parametrize("file", ["solution.mjs", "solution.js"])
@pytest.mark.parametrize("name", MODULES)
def test_it_judges_es_modules(node: Lab, name: str, file: str) -> None:
    results = judged(node, TWICE, MODULES[name], file)
    assert [result.verdict for result in results] == [Verdict.ACCEPTED] * 2, results[0]


def test_a_script_may_import_when_it_runs(node: Lab) -> None:
    code = "exports.solve = async (n) => n * 2 + ((await import('node:path')).default.sep === '/' ? 1 : 0);"
    assert [result.verdict for result in judged(node, TWICE, code, "solution.cjs")] == [Verdict.ACCEPTED] * 2


@pytest.mark.parametrize(
    "code, verdict",
    [
        ("import fs from '/etc/passwd'; export const solve = (n) => 1;", Verdict.COMPILE_ERROR),
        ("import { other } from './other.js'; export const solve = (n) => 1;", Verdict.COMPILE_ERROR),
        ("import { nothing } from 'fs'; export const solve = (n) => 1;", Verdict.COMPILE_ERROR),
        ("export const solve = (n => 1;", Verdict.COMPILE_ERROR),
        ("export const solve = async () => (await import('/etc/passwd')).default;", Verdict.RUNTIME_ERROR),
        ("export const other = 1;", Verdict.RUNTIME_ERROR),
        ("await new Promise(() => 0); export const solve = (n) => 7;", Verdict.RUNTIME_ERROR),
        ("import { execSync } from 'child_process'; export const solve = () => execSync('id');", Verdict.RUNTIME_ERROR),
    ],
)
def test_es_modules_are_as_sealed_as_scripts(node: Lab, code: str, verdict: Verdict) -> None:
    assert {result.verdict for result in judged(node, TWICE, code, "solution.mjs")} == {verdict}


@pytest.mark.parametrize("name", ["run", "main", "say", "fail", "strict", "name", "wanted", "source", "call"])
def test_a_function_may_have_any_name(node: Lab, name: str) -> None:
    code = f"module.exports = {{ {name}: (n) => n * 2 + 1 }};"
    results = judged(node, replace(TWICE, function=name), code, "solution.js")
    assert [result.verdict for result in results] == [Verdict.ACCEPTED] * 2, results[0]
