"""``greenroom answer SLUG FILE``: review an answer that lies in a file, for people and for programs."""

import json
import sys
import time
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from . import house
from .exits import Exit, Stop
from .feedback_text import compact, found_at
from .screen import screen

if TYPE_CHECKING:
    from greenroom.practice.answers import AnswerSheet


def answer(options: Namespace) -> int:
    """Review and keep the answer; print findings with line and column, or JSON. 1 when it is not scored."""
    text = read_answer(options.file)
    candidate = house.enter_library()
    from greenroom.practice import answers

    began = time.perf_counter()
    sheet = answers.look(options.question, text) if options.no_keep else answers.give(candidate, options.question, text)
    milliseconds = (time.perf_counter() - began) * 1000
    if options.json:
        print(feedback_json(sheet, milliseconds if options.timings else None))
    else:
        name = "stdin" if options.file == "-" else options.file
        for line in found_at(name, sheet):
            print(line)
        compact(sheet, screen())
    return Exit.DONE if sheet.scorecard.scored else Exit.FOUND


def read_answer(file: str) -> str:
    """Return the text of ``file``, or of standard input for ``-``. Bytes that are no UTF-8 become U+FFFD.

    Line ends become single newlines, as they do in the web form, so that both doors review the same text.
    """
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except FileNotFoundError:
        raise Stop(f"There is no file {file}.", Exit.NOT_HERE) from None
    except OSError as error:
        raise Stop(f"{file} cannot be read ({error.strerror}).", Exit.NOT_HERE) from error
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def feedback_json(sheet: "AnswerSheet", milliseconds: float | None) -> str:
    """Return the published form of a feedback as JSON."""
    from greenroom.practice import answers

    timings = {"review": round(milliseconds, 2)} if milliseconds is not None else None
    form = answers.published(sheet, timings_ms=timings)
    return json.dumps(form, ensure_ascii=False, indent=2, allow_nan=False)
