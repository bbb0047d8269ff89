"""Rules for exercises: what can be seen without running anything. Running is the author's gate (``content/gate``)."""

from collections.abc import Iterator

from ...codec import Path
from ...core.exercise import Exercise
from ...core.language import Language
from ...core.verdict import Verdict
from ..document import Document
from ..fault import Fault
from .ground import Ground

Doc = Document[Exercise]
SLOW = Verdict.TOO_SLOW_TO_GROW
NEVER = (Verdict.ACCEPTED, Verdict.INTERNAL_ERROR, Verdict.SANDBOX_REFUSED)


def case_ids(exercise: Exercise) -> tuple[str, ...]:
    """Return the ids of all cases, in the order of the files."""
    return tuple(case.id for part in exercise.parts for case in part.cases.cases)


def _in(document: Doc, number: int, position: int, code: str, message: str, mend: str) -> Fault:
    """Return a fault in the cases file of part ``number``, at the case in ``position``."""
    file = document.file.replace("exercise.yaml", f"cases/{number}.json")
    return Fault(file=file, field=f"cases[{position}]", message=message, mend=mend, code=code)


def parted(ground: Ground) -> Iterator[Fault]:
    """An exercise has parts, and each takes some minutes."""
    for document in ground.exercises:
        if not document.value.parts:
            yield document.fault(("parts",), "no-part", "has no part", "write at least one")
        for at, part in enumerate(document.value.parts):
            if part.minutes < 1:
                path: Path = ("parts", at, "minutes")
                yield document.fault(path, "no-part", f"takes {part.minutes} minutes", "write how long it takes")


def cases_named(ground: Ground) -> Iterator[Fault]:
    """Every case calls a function, has an id of its own in the exercise, and says what it is about."""
    for document in ground.exercises:
        met: set[str] = set()
        for number, part in enumerate(document.value.parts, 1):
            if part.cases.cases and not part.cases.function:
                file = document.file.replace("exercise.yaml", f"cases/{number}.json")
                mend = "name the function that the cases call"
                yield Fault(file=file, field="function", code="case-form", message="is missing", mend=mend)
            for at, case in enumerate(part.cases.cases):
                if case.id in met:
                    mend = "choose another id; ids are shared by all parts"
                    yield _in(document, number, at, "case-id", f"{case.id} is the id of an earlier case too", mend)
                if not case.about.strip():
                    mend = "add about: in one line, what the case asks"
                    yield _in(document, number, at, "case-about", f"{case.id} does not say what it is about", mend)
                met.add(case.id)


def cases_visible(ground: Ground) -> Iterator[Fault]:
    """Two or three cases of each part are visible: one shows the form, two show the rule, more give it away."""
    for document in ground.exercises:
        for number, part in enumerate(document.value.parts, 1):
            shown = sum(case.visible for case in part.cases.cases)
            if not 2 <= shown <= 3:
                file = document.file.replace("exercise.yaml", f"cases/{number}.json")
                message = f"{shown} of its cases are visible"
                mend = 'set "visible": true on two or three'
                yield Fault(file=file, field="cases", code="visible-cases", message=message, mend=mend)


def wrongs_enough(ground: Ground) -> Iterator[Fault]:
    """Three wrong solutions fail on cases, one is too slow where growth is judged, and one is in Node.js too."""
    for document in ground.exercises:
        exercise = document.value
        failing = [wrong for wrong in exercise.wrong if wrong.fails]
        if len(failing) < 3:
            message = f"{len(failing)} wrong solutions fail on cases"
            yield document.fault(("wrong",), "few-wrongs", message, "write at least three")
        if not any(part.growth for part in exercise.parts):
            yield document.fault(("parts",), "no-slow", "judges growth in no part", "add growth where size matters")
        elif not any(wrong.verdict is SLOW for wrong in exercise.wrong):
            mend = "write one that passes all cases and is too slow to grow"
            yield document.fault(("wrong",), "no-slow", "no wrong solution is too slow", mend)
        if exercise.wrong and not any(Language.NODE in wrong.files for wrong in exercise.wrong):
            mend = "add solution.js to one of them"
            yield document.fault(("wrong",), "no-node-wrong", "no wrong solution is in Node.js", mend)


def wrongs_clear(ground: Ground) -> Iterator[Fault]:
    """A wrong solution fails as it can: with cases that are there, in their order, and a verdict of its own making."""
    for document in ground.exercises:
        ids = case_ids(document.value)
        names: set[str] = set()
        for at, wrong in enumerate(document.value.wrong):
            path: Path = ("wrong", at)
            for position, id in enumerate(wrong.fails):
                if id not in ids:
                    mend = "write the id of a case in cases/"
                    yield document.fault((*path, "fails", position), "unknown-case", f"no case has the id {id}", mend)
            known = [id for id in wrong.fails if id in ids]
            if known != sorted(set(known), key=ids.index):
                mend = "name each once, in the order of the cases files"
                yield document.fault((*path, "fails"), "fails-order", "names cases out of order or twice", mend)
            if wrong.verdict in NEVER or (wrong.verdict is SLOW) == bool(wrong.fails):
                message = f"cannot be {wrong.verdict.value} with {len(wrong.fails)} failing cases"
                mend = "too slow to grow fails no case; every other wrong solution fails some"
                yield document.fault((*path, "verdict"), "wrong-verdict", message, mend)
            if wrong.name in names:
                yield document.fault((*path, "name"), "duplicate-id", f"{wrong.name} is there twice", "rename one")
            names.add(wrong.name)


def growth_sizes(ground: Ground) -> Iterator[Fault]:
    """Sizes double at least three times from the smallest to the largest: fewer points make no curve."""
    for document in ground.exercises:
        for at, part in enumerate(document.value.parts):
            growth = part.growth
            if growth and not 8 <= 8 * growth.smallest <= growth.largest:
                message = f"{growth.smallest} to {growth.largest} are too few sizes to judge growth"
                mend = "let largest be at least eight times smallest"
                yield document.fault(("parts", at, "growth"), "growth-sizes", message, mend)


def survivors_reasoned(ground: Ground) -> Iterator[Fault]:
    """A mutant that no case kills is listed with its line in the reference and a reason."""
    for document in ground.exercises:
        source = document.value.reference.get(Language.PYTHON, "")
        lines = len(source.splitlines())
        for at, survivor in enumerate(document.value.survivors):
            if not 1 <= survivor.line <= lines:
                message = f"reference/solution.py has no line {survivor.line}"
                yield document.fault(("survivors", at, "line"), "survivor-line", message, "write the line it is on now")


def concerns_once(ground: Ground) -> Iterator[Fault]:
    """A concern is named once: twice is a slip for another one."""
    for document in ground.exercises:
        named = document.value.concerns
        for at, concern in enumerate(named):
            if concern in named[:at]:
                path: Path = ("concerns", at)
                yield document.fault(path, "duplicate-id", f"{concern} is named twice", "name each concern once")


RULES = (
    concerns_once,
    parted,
    cases_named,
    cases_visible,
    wrongs_enough,
    wrongs_clear,
    growth_sizes,
    survivors_reasoned,
)
