"""Feedback as text: one line for each finding, as compilers write them, and a compact sheet for people."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from greenroom.core.evidence import Absence, Measurement, Quote
from greenroom.core.rubric import Part

from .counted import counted
from .screen import Screen, safe

if TYPE_CHECKING:
    from greenroom.practice.answers import AnswerSheet
    from greenroom.practice.review_sheet import Remark

# Each part has a letter too, so that no meaning hangs on colour alone.
PARTS = {
    Part.SITUATION: ("S", "cyan"),
    Part.TASK: ("T", "blue"),
    Part.ACTION: ("A", "green"),
    Part.RESULT: ("R", "magenta"),
    Part.REFLECTION: ("L", "yellow"),
    Part.OTHER: (" ", ""),
}


def found_at(name: str, sheet: "AnswerSheet") -> Iterator[str]:
    """Yield ``NAME:LINE:COLUMN CODE MESSAGE`` for each gap, risk and notice, then each strength.

    Lines and columns count from 1, columns in code points. What was not found stands at 1:1.
    """
    review = sheet.review
    starts = [0, *(place + 1 for place, mark in enumerate(sheet.text) if mark == "\n")]
    guard = (review.guard,) if review.guard else ()
    for remark in (*guard, *review.notices, *review.gaps, *review.strengths, *review.folded):
        evidence = remark.finding.evidence
        start = evidence.start if isinstance(evidence, Quote) else 0
        line = bisect_right(starts, start)
        yield safe(f"{name}:{line}:{start - starts[line - 1] + 1} {remark.finding.code} {_message(remark)}")


def _message(remark: "Remark") -> str:
    evidence = remark.finding.evidence
    if isinstance(evidence, Quote):
        return f"{remark.title} “{_short(evidence.text)}”"
    if isinstance(evidence, Measurement):
        return f"{remark.title} ({_measured(evidence)})"
    return f"{remark.title} (searched: {evidence.searched})" if isinstance(evidence, Absence) else remark.title


def _measured(evidence: Measurement) -> str:
    return f"{evidence.value:g} {evidence.unit.removesuffix('s') if evidence.value == 1 else evidence.unit}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 70 else words[:67].rstrip() + "..."


def compact(sheet: "AnswerSheet", out: Screen) -> None:
    """Write the sheet: bands, gaps, strengths, points, the next step and the follow-up."""
    review = sheet.review
    minutes, seconds = divmod(sheet.speaking_seconds, 60)
    out.gap()
    out.text(f"{counted(sheet.words, 'word')}, about {minutes} min {seconds:02d} s when spoken.", style="dim")
    if review.guard:
        _remarks(out, "Not scored", (review.guard,))
    _remarks(out, "Worth knowing", review.notices)
    _bands(sheet, out)
    _remarks(out, "To change", review.gaps)
    _remarks(out, "What works", review.strengths)
    if sheet.scorecard.scored and (review.covered or review.uncovered):
        out.heading(f"Points: {len(review.covered)} mentioned, {len(review.uncovered)} not found")
        for covered in review.covered:
            out.text(covered.point.text, first="+ ", style="green")
        for missing in review.uncovered:
            out.text(missing.point.text, first="- ")
    step = review.next_words
    if step:
        out.heading("The one next step")
        out.text(step, style="bold")
    if review.follow_up and review.follow_up not in step:
        out.heading("An interviewer would now ask")
        out.text(review.follow_up)


def parts(sheet: "AnswerSheet", out: Screen) -> None:
    """Write the candidate's own words, one line for each run, with the letter and colour of its part."""
    out.heading("Your words (Situation, Task, Action, Result, Learning)")
    for segment in sheet.review.segments:
        letter, colour = PARTS[segment.part]
        words = " ".join(segment.text.split())
        if words:
            out.text(words, first=f"{letter} | ", style=colour)


def samples(sheet: "AnswerSheet", out: Screen) -> None:
    """Write the sample answers, which come only after an answer of one's own."""
    for sample in sheet.review.samples:
        out.heading(f"Sample: {sample.name} ({sample.level.value})")
        for paragraph in sample.text.strip().split("\n\n"):
            out.text(" ".join(paragraph.split()))
        out.text(sample.note, first="Note: ", style="dim")


def _bands(sheet: "AnswerSheet", out: Screen) -> None:
    if not sheet.scorecard.marks:
        return
    out.heading("Bands, from 1 to 5")
    for mark in sheet.scorecard.marks:
        scale = "".join("#" if n <= mark.band else "-" if n <= mark.high else "." for n in range(1, 6))
        between = f" (between {mark.low} and {mark.high})" if mark.low != mark.high else ""
        out.text(f"{mark.band}{between}  {sheet.rubric.criterion(mark.criterion).name}", first=f"{scale}  ")


def _remarks(out: Screen, title: str, remarks: "tuple[Remark, ...]") -> None:
    if remarks:
        out.heading(title)
    for remark in remarks:
        out.text(remark.title, first="- ", style="bold")
        if remark.quote and remark.quote not in remark.body:
            out.text(f"“{_short(remark.quote)}”", indent=2, style="italic")
        if remark.body:
            out.text(remark.body, indent=2)
        if remark.try_next:
            out.text(remark.try_next, indent=2, first="Try: ")
