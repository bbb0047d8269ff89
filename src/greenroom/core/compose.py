"""Compose a guide from its layers: what is known of the pair, then of the company, then of the role."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from .fact import fact
from .guide import Apply, Company, Layer, LevelNote, Pair, Passage, Pay, Role, Stage
from .question import Level
from .source import Source

T = TypeVar("T")

# What each section tells, to end the sentence "We have found no record of ...".
SECTIONS = {
    "overview": "how the hiring works as a whole",
    "duration": "how long the process takes",
    "process": "the rules of the process",
    "stages": "the stages of the process",
    "by_level": "how the process differs by seniority",
    "assessment": "the practical assessment",
    "assessment_by_level": "how the assessment differs by seniority",
    "qualities": "the qualities that are looked for",
    "questions": "the questions that are asked",
    "preparation": "what to prepare",
    "checklist": "what to check before the day",
    "day": "the role and its day",
    "engineering": "how the company builds",
    "pay": "what is paid",
    "pay_notes": "how pay is set",
    "benefits": "the benefits",
    "apply": "how to apply",
    "mistakes": "common mistakes",
    "faq": "what candidates ask",
}


class Depth(StrEnum):
    """Whether somebody wrote about exactly this role at exactly this company."""

    OWN_PAGES = "own pages"
    COMPOSED = "composed"


@fact
class Guide(Layer):
    """A whole guide: every section of its layers merged, the most specific first.

    Keys of ``sources`` begin with the layer that they come from (``company:handbook``), and every claim and pay
    figure resolves to one of them. ``checked`` is the oldest day on which one of the layers was held against its
    sources. Each name of ``SECTIONS`` is in exactly one of ``known`` (something about this company), ``general``
    (only what holds for the role anywhere) and ``missing``.
    """

    company: Company
    role: Role
    pair: Pair | None
    lead: str
    record: str
    checked: date
    depth: Depth
    known: tuple[str, ...]
    general: tuple[str, ...]
    missing: tuple[str, ...]

    def gap(self, section: str) -> str:
        """Say that nothing was found for ``section``; raise ``KeyError`` for a name that is no section."""
        return f"We have found no record of {SECTIONS[section]} for {self.role.plural} at {self.company.name}."

    def source_of(self, passage: Passage | Pay) -> Source | None:
        """Return the ``Source`` behind a claim or a pay figure, or None for advice and gaps."""
        return self.sources.get(passage.source)


def compose(company: Company, role: Role, pair: Pair | None) -> Guide:
    """Merge the layers into the guide for ``role`` at ``company``.

    A claim whose source is not in its own layer is left out, as nothing unsourced may be shown as a fact.
    """
    specific = [_keyed("pair", pair.layer)] if pair else []
    specific.append(_keyed("company", company.layer))
    whole = _merged([*specific, _keyed("role", role.layer)], role.slug)
    told = _told(_merged(specific, role.slug))
    somehow = _told(whole)
    return Guide(
        **{field.name: getattr(whole, field.name) for field in fields(Layer)},
        company=company,
        role=role,
        pair=pair,
        lead=pair.lead if pair else f"{_sentence(company.one_line)} {_sentence(role.one_line)}",
        record=company.record,
        checked=min(part.checked for part in (company, role, pair) if part),
        depth=Depth.OWN_PAGES if pair else Depth.COMPOSED,
        known=tuple(name for name in SECTIONS if name in told),
        general=tuple(name for name in SECTIONS if name in somehow - told),
        missing=tuple(name for name in SECTIONS if name not in somehow),
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."


def _keyed(prefix: str, layer: Layer) -> Layer:
    """Return ``layer`` with its source keys told apart from those of the other layers."""
    keys = {key: f"{prefix}:{key}" for key in layer.sources}
    sections = {field.name: _rekeyed(getattr(layer, field.name), keys) for field in fields(Layer)}
    return replace(layer, **sections | {"sources": {keys[key]: source for key, source in layer.sources.items()}})


def _rekeyed(value: Any, keys: dict[str, str]) -> Any:
    """Rewrite the sources of all claims inside ``value``; leave out claims that have none."""
    if isinstance(value, tuple):
        return tuple(_rekeyed(part, keys) for part in value if _sourced(part, keys))
    if isinstance(value, Passage | Pay):
        return replace(value, source=keys.get(value.source, ""))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _rekeyed(part, keys) for name, part in parts.items()})
    return value


def _sourced(value: object, keys: dict[str, str]) -> bool:
    claim = isinstance(value, Pay) or (isinstance(value, Passage) and bool(value.say))
    return not claim or value.source in keys  # type: ignore[attr-defined]


def _merged(layers: list[Layer], role: str) -> Layer:
    """Merge ``layers``, most specific first."""
    whole = {
        field.name: tuple(item for layer in layers for item in getattr(layer, field.name))
        for field in fields(Layer)
        if field.name not in ("sources", "apply")
    }
    whole["stages"] = _stages(layers, role)
    whole["by_level"] = _by_level(whole["by_level"])
    whole["assessment_by_level"] = _by_level(whole["assessment_by_level"])
    whole["qualities"] = _first_of_each(whole["qualities"], lambda quality: quality.competency)
    whole["questions"] = _first_of_each(whole["questions"], lambda question: question.question)
    whole["checklist"] = _first_of_each(whole["checklist"], lambda item: item.id)
    whole["unknown"] = _first_of_each(whole["unknown"], lambda text: text)
    sources = {key: source for layer in layers for key, source in layer.sources.items()}
    return Layer(**whole, sources=sources, apply=_apply([layer.apply for layer in layers]))


def _first_of_each(items: tuple[T, ...], key: Callable[[T], str]) -> tuple[T, ...]:
    found: dict[str, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())


def _by_level(notes: tuple[LevelNote, ...]) -> tuple[LevelNote, ...]:
    """Join the layers' notes on one level into one, from junior to staff."""
    texts = {level: tuple(p for note in notes if note.level is level for p in note.text) for level in Level}
    return tuple(LevelNote(level=level, text=text) for level, text in texts.items() if text)


def _apply(parts: list[Apply]) -> Apply:
    return Apply(
        cv=tuple(passage for part in parts for passage in part.cv),
        letter=tuple(passage for part in parts for passage in part.letter),
        referral=tuple(passage for part in parts for passage in part.referral),
    )


def _stages(layers: list[Layer], role: str) -> tuple[Stage, ...]:
    merged: tuple[Stage, ...] = ()
    for layer in layers:
        merged = _in_order(merged, layer.stages)
    return tuple(stage for stage in merged if not stage.roles or role in stage.roles)


def _in_order(specific: tuple[Stage, ...], general: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """Merge two processes. A specific stage takes the place of the general one of the same id.

    Order is what a process is, so stages that only the specific list has stay beside their neighbours in it.
    """
    own = {stage.id for stage in specific}
    shared = [stage.id for stage in general if stage.id in own]
    if not shared:
        return (*specific, *general)
    merged: list[Stage] = []
    waiting = list(specific)
    for stage in general:
        if stage.id not in own:
            merged.append(stage)
            continue
        while any(other.id == stage.id for other in waiting):
            merged.append(waiting.pop(0))
        if stage.id == shared[-1]:
            merged += waiting
    return tuple(merged)


def _told(layer: Layer) -> frozenset[str]:
    """Return the names of the sections that tell something besides their own gaps."""
    return frozenset(name for name in SECTIONS if _tells(getattr(layer, name)))


def _tells(value: object) -> bool:
    if isinstance(value, tuple):
        return any(_tells(part) for part in value)
    if isinstance(value, Passage):
        return bool(value.say or value.advice)
    if isinstance(value, Apply):
        return _tells((value.cv, value.letter, value.referral))
    return value is not None
