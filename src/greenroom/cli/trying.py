"""``greenroom test``, ``submit``, ``watch`` and ``hint`` in the folder of an exercise."""

import json
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator
from threading import Thread
from typing import TYPE_CHECKING, Any

from greenroom.codec.read import dump
from greenroom.core.exercise import Kind
from greenroom.core.language import Language
from greenroom.core.outcome import AtFault, CaseResult
from greenroom.core.sql import Form
from greenroom.core.verdict import Verdict, overall

from . import house
from .counted import counted
from .exercise_folder import Folder, need
from .exercises import refresh
from .exits import Exit, Stop
from .grid_text import grid_lines
from .lab import opened
from .plan_text import plans_lines
from .screen import safe, screen
from .timeline_text import timeline_lines

if TYPE_CHECKING:
    from greenroom.core.code_reading import CodeReading
    from greenroom.practice.submission_sheets import Progress, ResultSheet, SubmissionSheet

NOUNS = {Form.QUERY: "data set", Form.SCHEMA: "attack", Form.RACE: "rule", Form.INDEX: "limit"}
LOOK = 0.5  # seconds between two looks at the files: a save is seen before the hand is off the key
OF_EXERCISE = "The exercise is at fault, not your code: `greenroom content check` tells its author where."
_SHOWN = ("input", "expected", "actual", "difference", "stdout", "stderr")


def test(options: Namespace) -> int:
    """Run the tests of the exercise folder around here."""
    unknown = [word for word in options.words if word != "--json"]
    if unknown:
        raise Stop(f"In an exercise folder, `greenroom test` knows --json and not {unknown[0]}.", Exit.USAGE)
    folder = need()
    candidate = house.enter_library()
    with opened(folder.language.value) as lab:
        return _tried(candidate, folder, lab, as_json="--json" in options.words)


def watch(options: Namespace) -> int:
    """Run the tests now and after each save, until Ctrl-C."""
    folder = need()
    candidate = house.enter_library()
    with opened(folder.language.value) as lab:
        while True:
            seen = folder.changed()
            try:
                _tried(candidate, folder, lab, as_json=False)
            except Stop as stop:
                print(safe(str(stop)))
            tests = "" if folder.language is Language.SQL else " and tests.txt"
            print(f"Watching {folder.language.file}{tests}. Ctrl-C ends it.", flush=True)
            while folder.changed() == seen:
                time.sleep(LOOK)
            print()


def submit(options: Namespace) -> int:
    """Judge the solution here, show each result as it is known, and open the next part when this one is passed."""
    folder = need()
    candidate = house.enter_library()
    from greenroom.practice import exercises, judging, submissions
    from greenroom.practice.errors import Unusable

    with opened(folder.language.value) as lab:
        try:
            id = submissions.submit(candidate, folder.slug, folder.files())
        except Unusable as error:
            raise Stop(str(error), Exit.USAGE) from None
        judge = Thread(target=_judge, args=(judging.judge, id, lab))
        judge.start()
        _follow(candidate, id, quiet=options.json)
        judge.join()
    sheet = submissions.open(candidate, id)
    if sheet.passed:
        refresh(folder, exercises.open(candidate, folder.slug))
    if options.json:
        print(_document(sheet))
    else:
        _ending(candidate, sheet)
    verdict = sheet.progress.verdict
    return _exit(verdict, (row.result for row in sheet.progress.results))


def hint(options: Namespace) -> int:
    """Open the next hint on the open part and print all that are open."""
    folder = need()
    candidate = house.enter_library()
    from greenroom.practice import hints

    ladder = hints.open(candidate, folder.slug) if options.show else hints.climb(candidate, folder.slug)
    out = screen()
    if ladder.mistake:
        out.text(ladder.mistake, first="What it does: ")
    for opened_hint in ladder.opened:
        out.text(opened_hint.text, first=f"{opened_hint.level}. {opened_hint.step.value}: ")
    if not ladder.opened:
        out.text("No hint is open. `greenroom hint` opens the first.")
    more = "" if ladder.next is None else f" `greenroom hint` opens level {ladder.next}."
    out.text(f"This part now counts as: {ladder.evidence.value}.{more}", style="dim")
    return Exit.DONE


def _judge(judge: Any, id: int, lab: Any) -> None:
    from django.db import connection

    try:
        judge(id, lab)
    finally:
        connection.close()


def _tried(candidate: Any, folder: Folder, lab: Any, *, as_json: bool) -> int:
    from greenroom.practice import trials
    from greenroom.practice.errors import Unusable

    results: list[CaseResult] = []
    try:
        for result in trials.run(candidate, folder.slug, folder.files(), lab):
            results.append(result)
            if not as_json:
                _line(result, sql=folder.language is Language.SQL)
    except Unusable as error:
        raise Stop(str(error), Exit.USAGE) from None
    verdict = overall(result.verdict for result in results)
    if as_json:
        form = {"version": 1, "exercise": folder.slug, "verdict": verdict.value, "cases": dump(results)}
        print(json.dumps(form, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        accepted = sum(result.verdict is Verdict.ACCEPTED for result in results)
        ran = any(result.grid and not result.grid.expected.columns for result in results)
        score = f"{verdict.value}: {accepted} of {counted(len(results), 'test')}"
        print("It ran. `greenroom submit` judges it." if ran else score, flush=True)
    if not as_json and _of_exercise(results):
        print(OF_EXERCISE, flush=True)
    return _exit(verdict, results)


def _exit(verdict: Verdict | None, results: Iterable[CaseResult]) -> Exit:
    if verdict is Verdict.INTERNAL_ERROR:
        return Exit.LACKING if _of_exercise(results) else Exit.OURS
    return Exit.DONE if verdict is Verdict.ACCEPTED else Exit.FOUND


def _of_exercise(results: Iterable[CaseResult]) -> bool:
    return any(result.fault is AtFault.EXERCISE for result in results)


def _follow(candidate: Any, id: int, *, quiet: bool) -> "Progress":
    """Show results until there are no more."""
    from greenroom.practice import submissions

    known, attempt = 0, None
    while True:
        progress = submissions.wait(candidate, id, known, attempt=attempt)
        for row in () if quiet else progress.results:
            _line(row.result, row.about, row.again, sql=row.kind is Kind.SQL)
        known, attempt = progress.known, progress.attempt
        if progress.over:
            return progress


def _line(result: CaseResult, about: str = "", again: str = "", *, sql: bool) -> None:
    """Print one result; a failing one with everything that shows why."""
    ran = result.grid is not None and not result.grid.expected.columns
    verdict = "ran" if ran else result.verdict.value
    place = f"part {result.part} " if result.part and not sql else ""
    case = result.case or ("all of it" if sql else "growth")
    print(safe(f"{verdict:<17} {place}{case}  {result.message}".rstrip()), flush=True)
    failed = result.verdict is not Verdict.ACCEPTED
    if about and failed:
        print(safe(f"    {about}"))
    for line in _evidence(result):
        print(f"    {line}", flush=True)
    if not failed:
        return
    for name in _SHOWN[1:] if sql else _SHOWN:
        if text := safe(getattr(result, name)).rstrip("\n"):
            print(f"    {name}: " + text.replace("\n", "\n        "))
    if again:
        print(safe(f"    again: {again}"))


def _evidence(result: CaseResult) -> Iterator[str]:
    """Yield what the result rests on: rows, what sessions did, plans."""
    failed = result.verdict is not Verdict.ACCEPTED
    if result.grid:
        yield from grid_lines(result.grid)
    if result.timeline and failed:
        yield from timeline_lines(result.timeline)
        if len(result.timeline.sessions) > 1 and result.timeline.name != result.case:
            yield f"again: greenroom race {result.timeline.name}"
    if result.plan and failed:
        yield from plans_lines(result.plan)


def _ending(candidate: Any, sheet: "SubmissionSheet") -> None:
    from greenroom.practice import hints, reports

    accepted = sum(row.result.verdict is Verdict.ACCEPTED for row in sheet.progress.results)
    verdict = sheet.progress.verdict.value if sheet.progress.verdict else sheet.progress.state
    sql = sheet.language is Language.SQL
    noun = NOUNS[sheet.form] if sheet.form else "result"
    print(f"{verdict}: {accepted} of {counted(sheet.progress.expected if sql else len(sheet.progress.results), noun)}")
    if _of_exercise(row.result for row in sheet.progress.results):
        print(OF_EXERCISE)
    if own := sheet.own_tests:
        print(f"Your {counted(own.written, 'test')} caught {own.caught} of {own.of} wrong solutions.")
        for test in own.mistaken:
            print(safe(f"    {test.name}: {test.why}"))
    _read(sheet.reading)
    if not sheet.passed:
        if hints.open(candidate, sheet.slug).fitting:
            print("There is a hint for this very mistake: `greenroom hint`.")
    elif sheet.sitting.passed_at is None:
        print(f"Part {sheet.part} is passed. Part {sheet.sitting.part} is open: read README.md.")
    else:
        report = reports.open(candidate, sheet.slug)
        times = ", ".join(f"part {time.part} {time.minutes} min" for time in report.sitting.times)
        regressions = counted(report.sitting.regressions, "regression")
        if sql:
            print(f"Passed in {report.sitting.times[0].minutes} min; {report.evidence.value}.")
        else:
            print(f"All parts are passed: {times}; {regressions}; {report.evidence.value}.")
        if report.trade_off and report.trade_off.answer:
            print("The trade-offs: answered.")
        elif report.trade_off:
            print(safe(f"Now the trade-offs: {report.trade_off.prompt.strip()}"))
            print(safe(f"    `greenroom practise --question {report.trade_off.slug}`"))


def _read(reading: "CodeReading | None") -> None:
    """Print the remarks on accepted code, each at its line."""
    if reading is None:
        return
    if reading.unread or not reading.remarks:
        print(
            reading.unread or f"Nothing to remark: none of the {reading.rules} rules for this exercise found anything."
        )
    out = screen()
    for remark in reading.remarks:
        out.text(safe(remark.says), first=f"line {remark.line}: ")
        print(safe(f"    {getattr(remark.finding.evidence, 'text', '')}"))
        out.text(f"{remark.reason} {remark.advice}", indent=4, style="dim")


def _document(sheet: "SubmissionSheet") -> str:
    cases = [_case(row) for row in sheet.progress.results]
    form = {
        "version": 1,
        "exercise": sheet.slug,
        "submission": sheet.id,
        "part": sheet.part,
        "verdict": sheet.progress.verdict.value if sheet.progress.verdict else None,
        "state": sheet.progress.state,
        "passed": sheet.passed,
        "open_part": sheet.sitting.part,
        "all_passed": sheet.sitting.passed_at is not None,
        "own_tests": dump(sheet.own_tests),
        "code_reading": dump(sheet.reading),
        "question": sheet.trade_off.slug if sheet.trade_off else None,
        "cases": cases,
    }
    return json.dumps(form, ensure_ascii=False, indent=2, allow_nan=False)


def _case(row: "ResultSheet") -> dict[str, Any]:
    told: dict[str, Any] = dump(row.result)
    return told | {"about": row.about, "again": row.again}
