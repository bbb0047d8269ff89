"""``greenroom export`` and ``greenroom erase``: take all that is stored along, take it away, bring it back."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from greenroom.core.home import home

from . import house
from .counted import counted
from .exits import Exit, Stop
from .screen import safe

if TYPE_CHECKING:
    from greenroom.practice.keeping import Kept


def export(options: Namespace) -> int:
    """Write the archive to a new file that only its owner can read."""
    candidate = house.enter()
    from greenroom.practice import keeping

    data = keeping.export(candidate, masked=options.share)
    try:
        handle = os.open(options.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Stop(f"{options.file} is there already and is kept as it is. Choose another name.") from None
    except OSError as error:
        raise Stop(f"{options.file} cannot be written ({error.strerror}). Choose another place.") from error
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    print(safe(f"Wrote {_counted(keeping.count(candidate))} to {options.file} ({counted(len(data), 'byte')})."))
    return Exit.DONE


def erase(options: Namespace) -> int:
    """Take everything away, into the trash folder unless ``--now``; or bring it back."""
    candidate = house.enter()
    from greenroom.practice import keeping
    from greenroom.practice.errors import Busy

    trash = home(os.environ) / "trash"
    if options.undo:
        print(f"Brought back {_counted(keeping.restore(candidate, trash=trash))}.")
    elif options.now:
        try:
            counts = keeping.erase(candidate)
        except Busy as busy:
            raise Stop(str(busy), Exit.LACKING) from busy
        _empty(trash)
        print(f"Deleted {_counted(counts)} and emptied the trash. There is no way back.{_sql_lab_too()}")
    else:
        counts = keeping.erase(candidate, trash=trash)
        print(f"Took away {_counted(counts)}. `greenroom erase --undo` brings it back until the next erase.")
    return Exit.DONE


def _empty(trash: Path) -> None:
    for file in trash.glob("*") if trash.is_dir() else ():
        file.unlink()


def _sql_lab_too() -> str:
    """Remove the files of the SQL lab's server, which statements have written to; return what to say of it."""
    if not (home(os.environ) / "sqllab").is_dir():
        return ""
    from greenroom.practice.shelves import open_sql_lab

    if open_sql_lab().forget():
        return " The SQL lab's files are gone too."
    return (
        " The SQL lab is in use; its rows are those of exercises, and go when you erase again with Greenroom stopped."
    )


def _counted(kept: "Kept") -> str:
    parts = (
        (kept.answers, "answer"),
        (kept.opinions, "opinion"),
        (kept.drafts, "draft"),
        (kept.ticks, "checklist point"),
    )
    counts = [counted(number, name) for number, name in parts]
    if code := kept.sittings + kept.submissions + kept.case_rows + kept.code_drafts:
        counts.append(f"{counted(code, 'row')} about exercises")
    if model := kept.model_settings + kept.model_consents + kept.model_readings:
        counts.append(f"{counted(model, 'row')} about your own model")
    return ", ".join(counts)
