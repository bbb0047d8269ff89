"""Wording: the advice for a finding, from data. Nothing is generated; slots take quoted words, numbers and points."""

import json
import re
from functools import cache
from importlib.resources import files

from greenroom.core.evidence import Absence, Measurement, Quote
from greenroom.core.fact import fact
from greenroom.core.finding import Finding, Tone
from greenroom.core.rubric import Rubric
from greenroom.core.scorecard import FAINT, GUARD_SEVERITY

from .slots import in_words

_LONGEST = 110  # characters of a quote inside a sentence of advice; the page links to the whole span
_BESIDE = 90  # of the words to which a gap is tied
_NAMED = 60  # of a step, a number or a phrase that advice names
_SLOT = re.compile(r"\{(\w+)\}")


@fact
class Wording:
    """What a finding says: a title, what the evidence shows, and what to try next ("" for strengths and notes)."""

    title: str
    body: str
    try_next: str


def wording(finding: Finding, rubric: Rubric) -> Wording:
    """Word a finding with what stands in the answer.

    The first wording whose slots all have a value is taken: one for the kind of question
    (``missing_result.experience``) or for what is unsure (``.asks``) before the plain one of the code. ``.untied`` is
    for findings that name no words of the answer, as older records do.
    """
    slots = _slots(finding, rubric)
    entry = next((e for name in _names(finding, rubric, slots) if _fits(e := _book()[name], slots)), _book()["unknown"])
    return Wording(**{name: _fill(entry.get(name, ""), slots) for name in ("title", "body", "try_next")})


def _names(finding: Finding, rubric: Rubric, slots: dict[str, str]) -> list[str]:
    """The wordings that may be used for a finding, the most particular first."""
    advice, code = finding.advice, finding.code
    names = _vague(slots.get("vague", "")) if code == "vague_claim" else []
    if finding.tone is Tone.NOTE and finding.severity < GUARD_SEVERITY:
        names += [f"{advice}.unsure"] * (finding.confidence < FAINT) + [f"{advice}.note"]
    if not slots.get("follow_up"):
        names.append(f"{advice}.plain")
    names += [f"{advice}.{more}" for more in (*(["asks"] if finding.asks else []), rubric.kind.value, "change", "both")]
    asks = [f"{code}.asks", f"{code}.asks.untied"] if finding.asks else []
    names += [advice, *asks, code, f"{code}.untied", f"{code}.unasked"]
    return [name for name in names if name in _book()]


@cache
def _book() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(files(__package__).joinpath("advice.json").read_text("utf-8"))
    return found


def _slots(finding: Finding, rubric: Rubric) -> dict[str, str]:
    """Values for the slots of a wording."""
    slots: dict[str, str] = {}
    if isinstance(finding.evidence, Quote):
        slots |= {name: _short(value, _NAMED) for name, value in in_words(finding.evidence.text).items()}
        slots["quote"] = _short(finding.evidence.text)
    if isinstance(finding.evidence, Measurement):
        slots["value"] = f"{finding.evidence.value:g}"
        slots["limit"] = f"{finding.evidence.limit:g}" if finding.evidence.limit is not None else ""
        slots["unit"] = finding.evidence.unit
    if isinstance(finding.evidence, Absence):
        slots["searched"] = finding.evidence.searched
        if finding.evidence.beside:
            slots["beside"] = _short(finding.evidence.beside.text, _BESIDE).rstrip(".,;: ")
    point = next((p for p in rubric.points if p.id == finding.point), None)
    if finding.code == "copied_text":
        slots["origin"] = _origin(finding.point)
    if point:
        text = point.text.rstrip(".")
        slots |= {"point": text, "plainly": _small(text), "follow_up": point.follow_up}
    counts = (c for c in rubric.criteria if c.id == finding.criterion or finding.code in c.evidence)
    criterion = next(counts, None)
    if criterion:
        slots |= {"criterion": criterion.name, "three": criterion.anchors.three.text.rstrip(".")}
        asked = (p.follow_up for p in rubric.points if p.id in criterion.points and p.follow_up)
        if finding.code == "criterion_without_evidence":
            slots["follow_up"] = next(asked, "")
    return slots


def _vague(phrase: str) -> list[str]:
    """The wordings for a phrase that fits any story: each lists the words it is for."""
    groups = [name for name in _book() if name.startswith("vague_claim.")]
    return [name for name in groups if any(w in phrase.lower() for w in _book()[name].get("for", "?").split(", "))]


def _fits(entry: dict[str, str], slots: dict[str, str]) -> bool:
    """True when every slot of a wording has a value; a wording with a hole gives way to the next, plainer one."""
    said = " ".join(entry.get(name, "") for name in ("title", "body", "try_next"))
    return all(slots.get(name) for name in _SLOT.findall(said))


def _small(text: str) -> str:
    """Begin in small letters inside a sentence, unless the first word is a name or an abbreviation (API, OAuth)."""
    first = text.split(" ", 1)[0]
    return text if first != first.capitalize() or first == "I" else text[:1].lower() + text[1:]


def _origin(name: str) -> str:
    """Name a known text as a person would: "sample strong" becomes "the strong sample"."""
    level = name.removeprefix("sample").strip(" :-_")
    return f"the {level} sample" if name.startswith("sample") and level else f"“{name}”" if level else "the sample"


def _short(quote: str, longest: int = _LONGEST) -> str:
    one_line = " ".join(quote.split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1].rsplit(" ", 1)[0] + " …"


def _fill(text: str, slots: dict[str, str]) -> str:
    """Put values into ``{slots}`` by plain replacement, once, so that braces in an answer stay what they are."""
    parts = text.split("{")
    out = parts[0]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        out += (slots.get(name, "") if closed else "{" + name) + rest
    return out
