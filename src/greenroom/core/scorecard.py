"""A scorecard: marks on a rubric with the findings under them. ``score`` and ``shown`` decide purely."""

from collections.abc import Sequence
from dataclasses import replace

from .evidence import Quote
from .fact import fact
from .finding import Finding, Tone
from .question import Level
from .rubric import Anchors, Criterion, Rubric

# Findings that leave an answer unscored when they carry GUARD_SEVERITY. With less weight they are notices:
# a genuine answer with one sentence of instructions is told so and scored without that sentence.
GUARDS = frozenset(
    {
        "empty_answer",
        "too_short",
        "not_english",
        "code_not_prose",
        "keyword_list",
        "question_repeated",
        "filler_text",
        "instruction_to_the_program",
        "mostly_off_topic_text",
        "another_question",
    }
)
GUARD_SEVERITY = 3

FAINT = 0.15  # evidence below this confidence counts only beside something surer for the same criterion
HALF = 0.5  # evidence that is as likely right as wrong
SURE = 0.7  # evidence below this confidence may fall away: it counts for the band and not for its low end
LEVEL_STEP = {Level.JUNIOR: -1, Level.STAFF: 1}  # things more or less that bands 4 and 5 ask for
SHOWN_GAPS = 3
SHOWN_STRENGTHS = 2


@fact
class Mark:
    """A band from 1 to 5 on one criterion, with the range that the evidence leaves open.

    ``counted`` lists the evidence kinds and points on which the band rests.
    """

    criterion: str
    band: int
    low: int
    high: int
    confidence: float
    counted: tuple[str, ...] = ()


@fact
class Scorecard:
    """Marks and findings for one answer. When ``scored`` is false, ``reason`` says why and there are no marks."""

    scored: bool
    reason: str = ""
    marks: tuple[Mark, ...] = ()
    findings: tuple[Finding, ...] = ()


@fact
class Shown:
    """What is read first: few gaps and strengths, one next step, one follow-up; the rest is ``folded``.

    ``next_step`` is the gap whose advice comes first, or ``None`` when nothing is missing.
    ``follow_up`` is what an interviewer would ask next, "" when every point was mentioned.
    """

    gaps: tuple[Finding, ...] = ()
    strengths: tuple[Finding, ...] = ()
    folded: tuple[Finding, ...] = ()
    next_step: Finding | None = None
    follow_up: str = ""


def score(rubric: Rubric, findings: Sequence[Finding], level: Level | None = None) -> Scorecard:
    """Mark ``findings`` on ``rubric``, for a candidate of ``level`` when it is known.

    The reason of an unscored answer is the code of the guard that spoke.
    """
    guard = next((f for f in findings if f.code in GUARDS and f.severity >= GUARD_SEVERITY), None)
    if guard is not None:
        return Scorecard(scored=False, reason=guard.code, findings=tuple(findings))
    sure = _confidences(findings)
    marks = tuple(_mark(criterion, sure, level) for criterion in rubric.criteria)
    return Scorecard(scored=True, marks=marks, findings=tuple(findings))


def band(anchors: Anchors, kinds: int, points: int) -> int:
    """Return the highest band that ``kinds`` evidence kinds and ``points`` mentioned points reach (1 to 5)."""
    three = max(anchors.three.needs, 1)
    five = max(anchors.five.needs, three)
    four = (three + five + 1) // 2
    counted = kinds + points
    if counted >= five and kinds >= 2:
        return 5
    if counted >= four and kinds >= 2:
        return 4
    if counted >= three:
        return 3
    return 2 if counted else 1


def for_level(criterion: Criterion, level: Level | None) -> Anchors:
    """Return the anchors of ``criterion`` as they are read for ``level``.

    They are written for mid and senior. A junior reaches bands 4 and 5 with one thing less, staff with one more, as
    far as the criterion lists that many; band 3 is the same for all. Rule of this project, no outside source.
    """
    step = LEVEL_STEP.get(level, 0) if level else 0
    anchors = criterion.anchors
    listed = len(criterion.evidence) + len(criterion.points)
    five = min(max(anchors.five.needs + step, anchors.three.needs, 1), max(listed, anchors.five.needs))
    return replace(anchors, five=replace(anchors.five, needs=five))


def shown(rubric: Rubric, findings: Sequence[Finding]) -> Shown:
    """Choose what is read first, by severity and the weight of the criterion; ties keep the order of discovery."""
    gaps = _gaps(rubric, findings)
    praised = [f for f in findings if f.tone is Tone.STRENGTH and not any(_overlap(f, gap) for gap in gaps)]
    strengths = _apart(sorted(_ordered(rubric, praised), key=lambda f: f.asks))[:SHOWN_STRENGTHS]
    first = {id(f) for f in (*gaps, *strengths)}
    return Shown(
        gaps=tuple(gaps),
        strengths=tuple(strengths),
        folded=tuple(f for f in findings if id(f) not in first),
        next_step=gaps[0] if gaps else None,
        follow_up=_follow_up(rubric, findings, {about for f in gaps for about in _asked(rubric, f)}),
    )


def _gaps(rubric: Rubric, findings: Sequence[Finding]) -> list[Finding]:
    """The few gaps that are read first; none asks what another one asked.

    One without severity is listed elsewhere: it stands beside no words of the answer, and would fit any other.
    """
    kept: list[Finding] = []
    ordered = _ordered(rubric, [f for f in findings if f.tone is Tone.GAP and f.severity > 0])
    for finding in ordered:
        said = {about for f in kept for about in _asked(rubric, f)}
        if not any(f.code == finding.code or _overlap(f, finding) for f in kept) and not said & _asked(rubric, finding):
            kept.append(finding)
    return kept[:SHOWN_GAPS]


# What an answer is asked for when one of these is missing: a criterion that rests on the same asks it once more.
SAME_GROUND = {
    "missing_result": frozenset({"result_stated", "quantified_result", "before_and_after"}),
    "missing_reflection": frozenset({"learning"}),
    "missing_action": frozenset({"first_person_action"}),
    "we_without_i": frozenset({"first_person_action"}),
    "passive_action": frozenset({"first_person_action"}),
}


def _asked(rubric: Rubric, finding: Finding) -> set[str]:
    """What a gap asks for, as points and kinds of evidence, so that nothing is asked twice in other words."""
    if finding.point:
        return {f"point:{finding.point}"}
    if finding.code != "criterion_without_evidence":
        return set(SAME_GROUND.get(finding.code, ()))
    criterion = next((c for c in rubric.criteria if c.id == finding.criterion), None)
    if criterion is None:
        return set()
    return {kind.value for kind in criterion.evidence} | {f"point:{point}" for point in criterion.points}


def _overlap(one: Finding, other: Finding) -> bool:
    """True when two findings quote the same words."""
    a, b = one.evidence, other.evidence
    return isinstance(a, Quote) and isinstance(b, Quote) and a.start < b.end and b.start < a.end


def _confidences(findings: Sequence[Finding]) -> dict[str, float]:
    """Give the best confidence of each evidence kind and of each mentioned point."""
    best: dict[str, float] = {}
    for finding in findings:
        mentioned = finding.code == "point_mentioned"
        if finding.tone is Tone.GAP or (finding.tone is Tone.NOTE and finding.code.startswith("part_")):
            continue
        key = f"point:{finding.point}" if mentioned else finding.code
        best[key] = max(best.get(key, 0.0), finding.confidence)
    return best


def _mark(criterion: Criterion, sure: dict[str, float], level: Level | None) -> Mark:
    """Mark one criterion. The low end drops what is unsure; the high end allows for one item overlooked."""
    kinds = [kind.value for kind in criterion.evidence if kind.value in sure]
    points = [point for point in criterion.points if f"point:{point}" in sure]
    if not points and all(sure[kind] < FAINT for kind in kinds):
        kinds = []
    sure_kinds = [kind for kind in kinds if sure[kind] >= SURE]
    sure_points = [point for point in points if sure[f"point:{point}"] >= SURE]
    anchors = for_level(criterion, level)
    reached = band(anchors, len(kinds), len(points))
    more_kinds = len(kinds) + (len(kinds) < len(criterion.evidence))
    more_points = len(points) + (more_kinds == len(kinds) and len(points) < len(criterion.points))
    certainties = [sure[kind] for kind in kinds] + [sure[f"point:{point}"] for point in points]
    return Mark(
        criterion=criterion.id,
        band=reached,
        low=band(anchors, len(sure_kinds), len(sure_points)),
        high=band(anchors, more_kinds, more_points),
        confidence=round(sum(certainties) / len(certainties), 2) if certainties else 0.6,
        counted=tuple(kinds + points),
    )


def _ordered(rubric: Rubric, findings: list[Finding]) -> list[Finding]:
    """Sort by severity, then by the weight of the criterion, then statements before questions, surest first."""
    weight = {criterion.id: criterion.weight for criterion in rubric.criteria}
    return sorted(findings, key=lambda f: (-f.severity, f.asks, -weight.get(f.criterion, 1), -f.confidence))


def _apart(findings: list[Finding]) -> list[Finding]:
    """Keep strengths with different codes on different words."""
    kept: list[Finding] = []
    for finding in findings:
        if not any(f.code == finding.code or f.evidence == finding.evidence or _overlap(f, finding) for f in kept):
            kept.append(finding)
    return kept


def _follow_up(rubric: Rubric, findings: Sequence[Finding], asked: set[str]) -> str:
    """Give the follow-up of the rubric's first missing point that no shown gap asks for already."""
    missing = {f.point: f.confidence for f in findings if f.code == "point_missing" and f"point:{f.point}" not in asked}
    open_points = [point for point in rubric.points if point.id in missing and point.follow_up]
    open_points.sort(key=lambda point: -missing[point.id])  # what may have been said in other words comes last
    return open_points[0].follow_up if open_points else ""


__all__ = ["GUARDS", "GUARD_SEVERITY", "Mark", "Scorecard", "Shown", "band", "for_level", "score", "shown"]
