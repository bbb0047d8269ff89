"""``greenroom exercises`` and ``greenroom start``: choose an exercise, and get a folder to work in."""

import json
from argparse import Namespace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from . import house
from .counted import counted
from .exercise_folder import Folder, made
from .exits import Exit, Stop
from .lab import need_lab
from .screen import safe, screen
from .sql_prompt import sql_prompt

if TYPE_CHECKING:
    from greenroom.practice.exercises import ExerciseSheet


def shelf(options: Namespace) -> int:
    """List the exercises by level, with where you stand."""
    candidate = house.enter_library()
    from greenroom.codec.read import dump
    from greenroom.practice import exercises

    wanted = {"kind": options.kind, "level": options.level, "competency": options.competency, "state": options.state}
    cards = exercises.shelf(candidate, **wanted, search=options.search)
    if options.json:
        print(json.dumps({"version": 1, "exercises": dump(cards)}, ensure_ascii=False, indent=2))
        return Exit.DONE
    if not cards:
        raise Stop("No exercise fits. `greenroom exercises` lists all of them.", Exit.NOT_HERE)
    out = screen()
    for level, own in groupby(cards, key=lambda card: card.level):
        out.heading(level.value.capitalize())
        for card in own:
            state = "" if card.state == "new" else f" [{card.state}]"
            kind = f"{card.kind.value.upper()}, " if card.kind.value == "sql" else ""
            out.text(f"{card.summary} ({kind}{card.minutes} min){state}", first=f"{card.slug}: ")
    return Exit.DONE


def start(options: Namespace) -> int:
    """Make a folder with prompt, code and visible tests, and begin the sitting."""
    candidate = house.enter_library()
    from greenroom.core.language import Language
    from greenroom.practice import exercises, sittings
    from greenroom.practice.errors import Unusable

    there = exercises.open(candidate, options.exercise)  # an unknown one is told before anything is started
    language = Language(options.language or there.languages[0])
    if language not in there.languages:
        raise Stop(f"{there.slug} is solved in {' or '.join(there.languages)}, not in {language.value}.", Exit.USAGE)
    need_lab(language.value)
    try:
        sitting = sittings.begin(
            candidate, options.exercise, mode=options.mode, language=language.value, again=options.again
        )
    except Unusable as error:
        raise Stop(str(error), Exit.USAGE) from None
    sheet = exercises.open(candidate, options.exercise)
    code = sheet.starter[language] if options.again else sheet.code[language]
    folder, new = made(Path(options.folder or sheet.slug).absolute(), sheet.slug, language, code)
    refresh(folder, sheet)
    of = f" of {sitting.total}" if sitting.total else ""
    at = "" if sheet.sql else f", part {sitting.part}{of}"
    print(safe(f"{'Made' if new else 'Refreshed'} {folder.path}: {sheet.title}{at}."))
    tools = "`greenroom test`, `greenroom submit`, `greenroom hint`" + (", `greenroom psql`" if sheet.sql else "")
    print(f"Read README.md, write {language.file}, then {tools}.")
    return Exit.DONE


def refresh(folder: Folder, sheet: "ExerciseSheet") -> None:
    """Write what is reached into the folder; code and tests that are there are kept."""
    folder.write_prompt(sql_prompt(sheet) if sheet.sql else prompt(sheet))
    if sheet.sql:
        if sheet.sql.ddl:
            folder.write("schema.sql", sheet.sql.ddl)
        if sheet.sql.data:
            folder.write(f"data/{sheet.sql.visible}.sql", sheet.sql.data)
        return
    for part in sheet.parts:
        folder.add_tests(part.visible)


def prompt(sheet: "ExerciseSheet") -> str:
    """Return the prompts of the parts that are reached, as Markdown."""
    of = f" of {sheet.total}" if sheet.total else ""
    parts = [
        f"## Part {part.number}{of}: {part.title} ({counted(part.minutes, 'minute')})\n\n{part.prompt.strip()}\n"
        for part in sheet.parts
    ]
    return "\n".join([f"# {sheet.title}\n", f"{sheet.why.strip()}\n", *parts])
