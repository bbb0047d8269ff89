"""From what came out of the sandbox to a verdict: pure, and the only place where the two meet the expected value."""

import signal
from collections.abc import Callable
from typing import Any

from greenroom.core.case import Case, Comparison, Limits
from greenroom.core.cases import Cases
from greenroom.core.outcome import CaseResult, Usage
from greenroom.core.verdict import Verdict
from greenroom.sandbox import Ran

from . import compare, difference
from .values import NotAValue, parsed

Custom = Callable[[str, list[Any], Any, Any], bool | str]  # source of the checker, arguments, expected, actual
_NOT_TAKEN = "the result is not one that the exercise accepts"
_NEAR = 0.9
_CRASHES = frozenset({signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGTRAP, signal.SIGILL})


def judged(cases: Cases, case: Case, ran: Ran, custom: Custom) -> CaseResult:
    """Return the verdict on ``case`` with everything that shows why; raise what ``custom`` raises."""
    limits = cases.limits_of(case)
    report, fault = _report(ran) if not _ended(ran, limits) else ({}, "")
    ended = _ended(ran, limits) or _failed(cases, ran, report, fault)
    text = ran.stdout.decode("utf-8", "replace")
    actual = text if not cases.function else difference.written(report["value"]) if "value" in report else ""
    if ended is None:
        ended = _compared(cases, case, ran, report, custom)
    verdict, message = ended
    parted = ""
    if verdict is Verdict.WRONG_ANSWER and not message:
        parted = _parted(cases, case, text, report)
        message = "the result is not the expected one"
    return CaseResult(
        case=case.id,
        verdict=verdict,
        usage=Usage(cpu_s=round(ran.cpu_s, 4), wall_s=round(ran.wall_s, 4), memory_kb=ran.memory_kb),
        message=message,
        input=difference.cut(difference.written(list(case.args)) if cases.function else case.input),
        expected=difference.cut(difference.written(case.returns) if cases.function else case.output),
        actual=difference.cut(actual),
        difference=parted,
        stdout=difference.cut(text),
        stderr=difference.cut(ran.stderr.decode("utf-8", "replace")),
    )


def _ended(ran: Ran, limits: Limits) -> tuple[Verdict, str] | None:
    """Tell what stopped the process from outside, if anything did."""
    if ran.signal == signal.SIGSYS:
        return Verdict.SANDBOX_REFUSED, "the code made a system call that no exercise needs"
    if ran.limit == "cpu" or ran.signal == signal.SIGXCPU:
        return Verdict.TIME_LIMIT, f"it used more than {limits.cpu_s:g} s of processor time"
    if ran.limit == "wall":
        return Verdict.TIME_LIMIT, f"it was not done after {limits.wall_s:g} s"
    if _starved(ran, limits):
        return Verdict.MEMORY_LIMIT, f"it needed more than {limits.memory_mb} MB of memory"
    if ran.flooded or ran.signal == signal.SIGXFSZ:
        where = " and ".join(ran.flooded) or "a file"
        return Verdict.OUTPUT_LIMIT, f"it wrote more than {limits.output_kb} kB to {where}"
    return None


def _starved(ran: Ran, limits: Limits) -> bool:
    """Was it memory? The process may say so itself: whoever forges that exchanges one bad verdict for another."""
    if ran.code == 1 and b'"memory": true' in ran.result[:200]:
        return True
    heap = b"heap out of memory" in ran.stderr or b"Array buffer allocation failed" in ran.stderr[:400]
    near = ran.memory_kb >= limits.memory_mb * 1024 * _NEAR
    return (ran.signal in _CRASHES and (heap or near)) or (ran.code == 1 and heap) or ran.signal == signal.SIGKILL


def _report(ran: Ran) -> tuple[dict[str, Any], str]:
    """Read what the process wrote as its result; everything in it may be forged, and is only ever an answer."""
    if not ran.result:
        return {}, ""
    try:
        report = parsed(ran.result)
    except NotAValue as error:
        return {}, str(error)
    return (report, "") if isinstance(report, dict) else ({}, "the returned value has no form that is known")


def _failed(cases: Cases, ran: Ran, report: dict[str, Any], fault: str) -> tuple[Verdict, str] | None:
    """Tell how the code failed by itself, if it did."""
    if ran.signal:
        return Verdict.RUNTIME_ERROR, f"it crashed ({_name(ran.signal)})"
    if report.get("error") == "compile":
        return Verdict.COMPILE_ERROR, "the file could not be compiled"
    if "error" in report:
        return Verdict.RUNTIME_ERROR, f"it raised {difference.cut(str(report['error']), 100)}"
    if ran.code:
        return Verdict.RUNTIME_ERROR, f"it ended with code {ran.code}"
    if fault:
        return Verdict.WRONG_ANSWER, fault
    if cases.function and "value" not in report:
        return Verdict.RUNTIME_ERROR, f"it ended before {cases.function} returned"
    return None


def _compared(cases: Cases, case: Case, ran: Ran, report: dict[str, Any], custom: Custom) -> tuple[Verdict, str]:
    checker = cases.checker_of(case)
    if checker.kind is Comparison.CUSTOM:
        said = custom(checker.source, list(case.args), case.returns, report["value"])
        return (Verdict.ACCEPTED, "") if said is True else (Verdict.WRONG_ANSWER, difference.cut(said or _NOT_TAKEN))
    if cases.function:
        same = compare.same_value(case.returns, report["value"], checker)
        return (Verdict.ACCEPTED if same else Verdict.WRONG_ANSWER), ""
    try:
        text = ran.stdout.decode("utf-8")
    except UnicodeDecodeError:
        return Verdict.WRONG_ANSWER, "what it printed is not UTF-8"
    return (Verdict.ACCEPTED if compare.same_text(case.output, text, checker) else Verdict.WRONG_ANSWER), ""


def _parted(cases: Cases, case: Case, text: str, report: dict[str, Any]) -> str:
    if cases.function:
        return difference.of_values(case.returns, report["value"])
    return difference.of_texts(case.output, text)


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
