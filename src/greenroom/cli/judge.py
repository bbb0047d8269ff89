"""``greenroom judge FILE --cases CASES.json``: judge one file of code, for authors, scripts and people."""

import json
import shlex
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from greenroom.codec.cases import only, read_cases, without_custom
from greenroom.codec.read import dump
from greenroom.codec.unreadable import Unreadable
from greenroom.core.cases import Cases
from greenroom.core.language import Language
from greenroom.core.outcome import CaseResult
from greenroom.core.verdict import Verdict, overall
from greenroom.engines.judge import Lab

from .counted import counted
from .exits import Exit, Stop


def judge(options: Namespace) -> int:
    """Judge and print; 1 when the verdict is not accepted, 5 when the judge itself failed."""
    source = _bytes(options.file)
    cases = _cases(options.cases, options.case)
    if Language.of(options.file) is None:
        raise Stop(f"{options.file} is no Python (.py) and no Node.js (.js, .cjs, .mjs) file.", Exit.USAGE)
    with closing(Lab()) as lab:
        if missing := lab.missing():
            raise Stop(missing, Exit.LACKING)
        say: Callable[[CaseResult, str], None] = _nothing if options.json else _line
        results = []
        for result in lab.judge(cases, {options.file: source}):
            results.append(result)
            say(result, _again(options, result))
    verdict = overall(result.verdict for result in results)
    if options.json:
        print(_document(options, verdict, results, lab.standing.level.value))
    else:
        accepted = sum(result.verdict is Verdict.ACCEPTED for result in results)
        print(f"{verdict.value}: {accepted} of {counted(len(cases.cases), 'case')}")
        print(lab.standing.said())
    if verdict is Verdict.INTERNAL_ERROR:
        return Exit.OURS
    return Exit.DONE if verdict is Verdict.ACCEPTED else Exit.FOUND


def _document(options: Namespace, verdict: Verdict, results: list[CaseResult], level: str) -> str:
    cases = [_row(result) | {"again": _again(options, result)} for result in results]
    usage = {
        "cpu_s": round(sum(result.usage.cpu_s for result in results), 4),
        "wall_s": round(sum(result.usage.wall_s for result in results), 4),
        "memory_kb": max(result.usage.memory_kb for result in results),
    }
    form: dict[str, Any] = {"version": 1, "file": options.file, "verdict": verdict.value, "sandbox": level}
    return json.dumps(form | {"usage": usage, "cases": cases}, ensure_ascii=False, indent=2, allow_nan=False)


def _row(result: CaseResult) -> dict[str, Any]:
    """Return one result as data; parts and growth belong to exercises, which this command does not know."""
    return {name: value for name, value in dump(result).items() if name not in ("part", "curve")}


def _line(result: CaseResult, again: str) -> None:
    """Print one result as soon as it is known; a failing one with everything that shows why."""
    used = f"{result.usage.cpu_s * 1000:.0f} ms, {result.usage.memory_kb // 1024} MB"
    line = f"{result.verdict.value:<16} {result.case or '-'}  {used}  {result.message}"
    print(_harmless(line).rstrip(), flush=True)
    if result.verdict is Verdict.ACCEPTED:
        return
    for name in ("input", "expected", "actual", "difference", "stdout", "stderr"):
        if text := _harmless(getattr(result, name)).rstrip("\n"):
            print(f"    {name}: " + text.replace("\n", "\n        "))
    if again:
        print(_harmless(f"    again: {again}"))


def _harmless(text: str) -> str:
    """Return ``text`` with control characters made visible, so that a program's output cannot steer the terminal."""
    return "".join(c if c.isprintable() or c in "\n\t" else f"\\x{ord(c):02x}" for c in text)


def _nothing(result: CaseResult, again: str) -> None:
    pass


def _again(options: Namespace, result: CaseResult) -> str:
    """Return the command that repeats just this case."""
    if not result.case or result.verdict is Verdict.ACCEPTED:
        return ""
    return shlex.join(["greenroom", "judge", options.file, "--cases", options.cases, "--case", result.case])


def _cases(file: str, case: str) -> Cases:
    try:
        cases = without_custom(read_cases(_bytes(file).decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise Stop(f"{file} is not UTF-8; save it as UTF-8.", Exit.USAGE) from None
    except Unreadable as error:
        raise Stop("\n".join(f"{file}: {problem}" for problem in error.problems), Exit.USAGE) from None
    if not case:
        return cases
    chosen = only(cases, case)
    if chosen is None:
        raise Stop(f"{file} has no case {case}.", Exit.NOT_HERE)
    return chosen


def _bytes(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except FileNotFoundError:
        raise Stop(f"There is no file {file}.", Exit.NOT_HERE) from None
    except OSError as error:
        raise Stop(f"{file} cannot be read ({error.strerror}).", Exit.NOT_HERE) from error
