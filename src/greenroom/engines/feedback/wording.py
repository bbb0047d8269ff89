"""Wording: the advice for a finding, from data. Nothing is generated; slots take quoted words, numbers and points."""

import json
from functools import cache
from importlib.resources import files

from greenroom.core.evidence import Absence, Measurement, Quote
from greenroom.core.fact import fact
from greenroom.core.finding import Finding, Tone
from greenroom.core.rubric import Rubric

_LONGEST = 110  # characters of a quote inside a sentence of advice; the page links to the whole span


@fact
class Wording:
    """What a finding says: a title, what the evidence shows, and what to try next ("" for strengths and notes)."""

    title: str
    body: str
    try_next: str


def wording(finding: Finding, rubric: Rubric) -> Wording:
    """Word a finding. A kind of question may have its own: ``missing_result.experience`` before ``missing_result``.

    A kind of evidence has two: as a strength, and as a plain note (``code.note``) where no criterion counts it.
    """
    book = _book()
    choices = [f"{finding.advice}.{rubric.kind.value}", finding.advice]
    if finding.asks:
        choices.insert(0, f"{finding.advice}.asks")
    if finding.tone is Tone.NOTE and finding.severity < 3:
        choices.insert(0, f"{finding.advice}.note")
    point = next((p for p in rubric.points if p.id == finding.point), None)
    if finding.code == "point_missing" and not (point and point.follow_up):
        choices.insert(0, "point_missing.plain")
    entry = next((book[c] for c in choices if c in book), book["unknown"])
    slots = _slots(finding, rubric)
    return Wording(**{name: _fill(entry.get(name, ""), slots) for name in ("title", "body", "try_next")})


@cache
def _book() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(files(__package__).joinpath("advice.json").read_text("utf-8"))
    return found


def _slots(finding: Finding, rubric: Rubric) -> dict[str, str]:
    """Values for the slots of a wording."""
    slots: dict[str, str] = {}
    if isinstance(finding.evidence, Quote):
        slots["quote"] = _short(finding.evidence.text)
    if isinstance(finding.evidence, Measurement):
        slots["value"] = f"{finding.evidence.value:g}"
        slots["limit"] = f"{finding.evidence.limit:g}" if finding.evidence.limit is not None else ""
        slots["unit"] = finding.evidence.unit
    if isinstance(finding.evidence, Absence):
        slots["searched"] = finding.evidence.searched
    point = next((p for p in rubric.points if p.id == finding.point), None)
    if finding.code == "copied_text":
        slots["origin"] = _origin(finding.point)
    if point:
        text = point.text.rstrip(".")
        slots |= {"point": text, "plainly": _small(text), "follow_up": point.follow_up}
    criterion = next((c for c in rubric.criteria if c.id == finding.criterion), None)
    if criterion:
        three = criterion.anchors.three.text.rstrip(".")
        slots |= {"criterion": criterion.name, "plain_criterion": _small(criterion.name), "three": _small(three)}
    return slots


def _small(text: str) -> str:
    """Begin in small letters inside a sentence, unless the first word is a name or an abbreviation (API, OAuth)."""
    first = text.split(" ", 1)[0]
    return text if first != first.capitalize() or first == "I" else text[:1].lower() + text[1:]


def _origin(name: str) -> str:
    """Name a known text as a person would: "sample strong" becomes "the strong sample"."""
    level = name.removeprefix("sample").strip(" :-_")
    return f"the {level} sample" if name.startswith("sample") and level else f"“{name}”" if level else "the sample"


def _short(quote: str) -> str:
    one_line = " ".join(quote.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _fill(text: str, slots: dict[str, str]) -> str:
    """Put values into ``{slots}`` by plain replacement, once, so that braces in an answer stay what they are."""
    parts = text.split("{")
    out = parts[0]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        out += (slots.get(name, "") if closed else "{" + name) + rest
    return out
