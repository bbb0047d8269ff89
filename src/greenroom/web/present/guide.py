"""A guide as its page shows it. All but the ticks is the same for everybody, so it is made once a process."""

from dataclasses import dataclass, fields, is_dataclass
from types import SimpleNamespace
from typing import Any

from django.template.loader import render_to_string

from greenroom.core.compose import Guide
from greenroom.core.guide import Passage, Pay
from greenroom.practice.guides import CheckSheet, GuideCard, GuideSheet
from greenroom.practice.shelves import library

from .passage import Passages
from .practice import SQL_TYPE, exercise_kinds, type_rows

LABS = {"code": ("code", "Write code for it"), "sql": ("sql", "Write SQL for it")}
ENTRIES = (
    ("overview", "Overview"),
    ("process", "The process"),
    ("assessment", "The practical assessment"),
    ("qualities", "What they look for"),
    ("questions", "Questions to expect"),
    ("practise", "Choose your interview type"),
    ("preparation", "Preparation"),
    ("checklist", "Checklist"),
    ("role", "The role and its day"),
    ("pay", "Compensation"),
    ("apply", "How to apply"),
    ("mistakes", "Common mistakes"),
    ("faq", "Questions candidates ask"),
    ("related", "Related guides"),
    ("unknown", "What is not known"),
)
PLAIN = (
    "overview",
    "duration",
    "process",
    "assessment",
    "preparation",
    "day",
    "engineering",
    "pay_notes",
    "benefits",
    "mistakes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many statements a guide makes and on what they rest."""

    claims: int
    sources: int
    reported: int
    unknown: int


def guide_view(sheet: GuideSheet) -> SimpleNamespace:
    """Return what ``guide.html`` names, for one candidate."""
    fixed = _same_for_all.get(sheet.card.path) or _same_for_all.setdefault(sheet.card.path, _fixed(sheet))
    return SimpleNamespace(**vars(fixed), checklist=[_check(c) for c in sheet.checklist], ticked=sheet.done)


_same_for_all: dict[str, SimpleNamespace] = {}  # by path; the library is read once a process, so it never goes stale


def _fixed(sheet: GuideSheet) -> SimpleNamespace:
    """Make everything but the checklist, with what stands before and after it rendered: that is most of the work."""
    guide = sheet.guide
    show = Passages(guide.sources)
    names = {t.slug: t.name for t in library().interview_types}
    stage_names = {stage.id: stage.name for stage in guide.stages}
    fixed = SimpleNamespace(
        title=f"{guide.role.name} at {guide.company.name}",
        lead=guide.lead,
        company=guide.company,
        role=guide.role,
        checked=guide.checked,
        tally=tally(guide),
        entries=ENTRIES,
        **{name: show(getattr(guide, name)) for name in PLAIN},
        stages=[_stage(stage, show, names) for stage in guide.stages],
        by_level=[_level(note, show) for note in guide.by_level],
        assessment_by_level=[_level(note, show) for note in guide.assessment_by_level],
        qualities=[_quality(quality, show, stage_names) for quality in guide.qualities],
        questions=[_question(q, show, names) for q in guide.questions if q.question in library().questions],
        pay=[_pay(row, show) for row in guide.pay],
        apply=SimpleNamespace(
            cv=show(guide.apply.cv), letter=show(guide.apply.letter), referral=show(guide.apply.referral)
        ),
        faq=[SimpleNamespace(ask=item.ask, answer=show(item.answer)) for item in guide.faq],
        unknown=(*guide.unknown, *(guide.gap(name) for name in guide.missing)),
        sources=tuple(show.sources.values()),
        types=type_rows(sheet.chooser),
        exercises=exercise_kinds(),
        same_company=[_related(card, card.role.name) for card in sheet.same_company],
        same_role=[_related(card, card.company.name) for card in sheet.same_role],
    )
    fixed.start = next(iter(fixed.questions), None)
    fixed.before = render_to_string("guide/before.html", {"guide": fixed})
    fixed.after = render_to_string("guide/after.html", {"guide": fixed})
    return fixed


def _check(point: CheckSheet) -> SimpleNamespace:
    item = point.item
    return SimpleNamespace(
        id=item.id,
        text=item.text,
        detail=item.detail,
        practise=item.practise,
        sql=_asks_for_sql(item.practise),
        ticked=point.done,
    )


def _stage(stage: Any, show: Passages, names: dict[str, str]) -> SimpleNamespace:
    return SimpleNamespace(
        id=stage.id,
        name=stage.name,
        minutes=stage.minutes,
        practise=stage.practise,
        practise_name=names.get(stage.practise, stage.practise),
        labs=[LABS[kind.value] for kind in stage.exercises if kind.value in exercise_kinds()],
        levels=", ".join(level.value for level in stage.levels),
        what=show(stage.what),
        assessed=show(stage.assessed),
        prepare=show(stage.prepare),
    )


def _asks_for_sql(practise: str) -> bool:
    """Say whether what is practised with this type of interview is about queries and schemas."""
    return practise == SQL_TYPE and "sql" in exercise_kinds()


def _level(note: Any, show: Passages) -> SimpleNamespace:
    return SimpleNamespace(level=note.level.value, text=show(note.text))


def _quality(quality: Any, show: Passages, stages: dict[str, str]) -> SimpleNamespace:
    return SimpleNamespace(
        competency=quality.competency,
        name=quality.name,
        why=show(quality.why),
        show=show(quality.show),
        probed=tuple(stages[stage] for stage in quality.probed if stage in stages),
    )


def _question(entry: Any, show: Passages, names: dict[str, str]) -> SimpleNamespace:
    question = library().questions[entry.question]
    return SimpleNamespace(
        slug=question.slug,
        prompt=question.prompt,
        type_name=names.get(question.type, question.type),
        why=show(entry.why),
        framing=show(entry.framing),
    )


def _pay(row: Pay, show: Passages) -> SimpleNamespace:
    return SimpleNamespace(
        id=show.id(),
        place=row.place,
        role=row.role,
        level=row.level,
        year=row.year,
        range=_range(row),
        basis=row.basis,
        note=row.note,
        confidence=row.confidence.value,
        source=show.sources[row.source],
    )


def _range(row: Pay) -> str:
    """Put the figures into words: "EUR 104,000 to 156,000", "GBP 56,914 in the middle"."""
    ends = [f"{amount:,}" for amount in (row.low, row.high) if amount is not None]
    words = " to ".join(ends)
    if row.middle is not None:
        words = f"{words}, {row.middle:,} in the middle" if words else f"{row.middle:,} in the middle"
    return f"{row.currency} {words}"


def _related(card: GuideCard, name: str) -> SimpleNamespace:
    one_line = card.lead if card.whole else "Composed from what is known of each; no page of its own yet."
    return SimpleNamespace(href=f"/guides/{card.path}", name=name, one_line=one_line)


def tally(guide: Guide) -> Tally:
    """Count the statements of a guide, their sources, those that only candidates report, and the gaps."""
    claims = list(_claims(guide))
    return Tally(
        claims=len(claims),
        sources=len({claim.source for claim in claims}),
        reported=sum(1 for claim in claims if guide.sources[claim.source].reported),
        unknown=len(guide.unknown) + len(guide.missing),
    )


def _claims(value: Any) -> Any:
    """Yield every sourced statement anywhere inside ``value``."""
    if isinstance(value, Pay) or (isinstance(value, Passage) and value.say):
        yield value
    elif isinstance(value, Guide):
        for field in fields(value):
            if field.name not in ("company", "role", "pair"):
                yield from _claims(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _claims(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _claims(getattr(value, field.name))
