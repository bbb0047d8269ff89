"""``greenroom practise``: a question, an answer from the editor or typed here, feedback, and another try."""

import sys
import time
from argparse import Namespace
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from . import house
from .counted import counted
from .editor import edited, editor
from .exits import Exit, Stop
from .feedback_text import compact, parts, samples
from .screen import Screen, screen

if TYPE_CHECKING:
    from greenroom.practice.answers import AnswerSheet
    from greenroom.practice.questions import QuestionSheet


def practise(options: Namespace) -> int:
    """Ask one question until the candidate has had enough of it. 1 when the last try was not scored."""
    candidate = house.enter_library()
    from greenroom.practice import questions

    asked = questions.open(candidate, options.question) if options.question else questions.pick(candidate, options.type)
    out = screen()
    _ask(asked, out)
    sheet = _try(candidate, asked, options, text=asked.draft, follows=asked.last_answer)
    while _talking() and (choice := _choice()):
        if choice == "s":
            samples(sheet, out)
        else:
            sheet = _try(candidate, asked, options, text=sheet.text, follows=sheet.id)
    return Exit.DONE if sheet.scorecard.scored else Exit.FOUND


def _ask(asked: "QuestionSheet", out: Screen) -> None:
    question = asked.question
    out.text(f"{asked.type.name} · {question.slug} · about {counted(question.minutes, 'minute')}", style="dim")
    out.heading(question.prompt)
    out.text(" ".join(question.why.split()), first="Why it is asked: ")
    out.gap()


def _try(
    candidate: Any, asked: "QuestionSheet", options: Namespace, *, text: str, follows: int | None
) -> "AnswerSheet":
    """Take one answer and show what was found. The text is kept as a draft until it is kept as an answer."""
    from greenroom.practice import answers, drafts

    slug = asked.question.slug
    predicted = _prediction() if _talking() else None
    began = time.monotonic()
    with_editor = _talking() and not options.here and bool(editor())
    text = edited(text, slug) if with_editor else _typed(candidate, slug)
    if not text.strip():
        raise Stop("Nothing was written, so nothing was reviewed.", Exit.FOUND)
    drafts.keep(candidate, slug, text)
    seconds = round(time.monotonic() - began) if _talking() else None
    sheet = answers.give(candidate, slug, text, predicted=predicted, seconds=seconds, follows=follows)
    out = screen()
    parts(sheet, out)
    compact(sheet, out)
    return sheet


def _talking() -> bool:
    """True when a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _prediction() -> int | None:
    """Ask for the candidate's own band; anything but a band skips it."""
    said = _line("Your own band before you see ours, 1 to 5 (Enter skips): ")
    return int(said) if said in ("1", "2", "3", "4", "5") else None


def _typed(candidate: Any, slug: str) -> str:
    """Read standard input to its end. What was typed before Ctrl-C is kept as a draft."""
    lines: list[str] = []
    try:
        if _talking():
            print("Type your answer. Ctrl-D on an empty line ends it.\n", flush=True)
        for data in sys.stdin.buffer:
            lines.append(data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"))
    except KeyboardInterrupt:
        from greenroom.practice import drafts

        drafts.keep(candidate, slug, "".join(lines))
        raise Stop("\nStopped. What you typed is kept as the draft of this question.", Exit.DONE) from None
    return "".join(lines)


def _choice() -> str:
    """Ask what next: "t", "s", or "" to leave."""
    while True:
        said = _line("\nt tries again, s shows the samples, Enter leaves: ").lower()
        if said in ("", "t", "s"):
            return said


def _line(prompt: str) -> str:
    """Read one line from the person; the end of input counts as Enter."""
    print(prompt, end="", flush=True)
    with suppress(EOFError):
        return input().strip()
    print()
    return ""
