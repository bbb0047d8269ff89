"""``greenroom content check``: lint every file of the library and prove every question."""

import os
from argparse import Namespace
from datetime import date
from pathlib import Path

from . import house
from .counted import counted
from .exercise_proof import prove
from .exits import Exit, Stop
from .paths import CONTENT
from .screen import safe


def content(options: Namespace) -> int:
    """Print one fault a line, with file, line, field and mend; return 1 when there are any."""
    from greenroom.content import check
    from greenroom.practice.shelves import review, score

    root, below = _place(options.path)
    if options.exercise:
        below = next((f for f in _folders(options.exercise) if (root / f / "exercise.yaml").is_file()), "")
        if not below:
            raise Stop(f"There is no exercise {options.exercise} in {_near(root)}.", Exit.NOT_HERE)
    lint_only = options.no_proof or bool(options.exercise)
    faults = check(root, date.today()) if lint_only else check(root, date.today(), review, score)
    proven, lacking = ([], False) if options.no_proof else prove(root, below)
    shown = [fault for fault in sorted({*faults, *proven}) if f"{fault.file}/".startswith(below)]
    for fault in shown:
        print(safe(f"{_near(root)}/{fault}"))
    count = counted(len(shown), "fault") if shown else "No faults"
    print(safe(f"{count} in {_near(root)}{f'/{below}'.rstrip('/') if below else ''}."))
    doubts = _doubts() if options.feedback else 0
    if shown or doubts:
        return Exit.FOUND
    return Exit.LACKING if lacking else Exit.DONE


def _folders(exercise: str) -> tuple[str, ...]:
    return tuple(f"exercises/{kind}/{exercise}/" for kind in ("code", "sql"))


def _doubts() -> int:
    """Print what candidates here marked wrong more often than right; return how many lines that were."""
    house.open_house()
    from greenroom.practice import opinions

    doubts = opinions.doubts()
    for doubt in doubts:
        about = f" of {doubt.question_id}, point {doubt.point}" if doubt.point else ""
        print(safe(f"feedback: {doubt.code} ({doubt.rule}){about}: wrong {doubt.wrong}, right {doubt.right}"))
    kinds = counted(len(doubts), "kind of finding is", "kinds of finding are")
    print(f"{kinds} marked wrong more often than right." if doubts else "No finding is doubted.")
    return len(doubts)


def _place(path: str) -> tuple[Path, str]:
    """Return the content folder and what to show of it: ``path`` is such a folder, or something inside ours."""
    if not path:
        house.need_content()
        return CONTENT, ""
    given = Path(path).resolve()
    if not given.exists():
        raise Stop(f"{path} is not here.", Exit.NOT_HERE)
    if given.is_relative_to(CONTENT.resolve()) and given != CONTENT.resolve():
        return CONTENT, f"{given.relative_to(CONTENT.resolve()).as_posix()}/"
    return given, ""


def _near(root: Path) -> str:
    """Return ``root`` as seen from here when it lies below, so that an editor can follow the line."""
    return os.path.relpath(root) if root.resolve().is_relative_to(Path.cwd()) else str(root)
