"""What the candidate reads about one answer: the findings in words, in the order in which they matter."""

from collections.abc import Sequence
from dataclasses import dataclass

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.question import Question, Sample
from greenroom.core.rubric import EvidenceKind, Point, Rubric
from greenroom.core.scorecard import GUARDS, Scorecard
from greenroom.core.scorecard import shown as choose
from greenroom.core.segments import Segment, part_of, segments

from .shelves import Explanation, explain, wording

SPOKEN_ELSEWHERE = frozenset({"point_mentioned", "point_missing"})  # the list of points says them


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding with its wording. ``id`` is "f" and its place among the scorecard's findings."""

    id: str
    finding: Finding
    title: str
    body: str
    try_next: str
    why: Explanation

    @property
    def quote(self) -> str:
        evidence = self.finding.evidence
        return evidence.text if isinstance(evidence, Quote) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSheet:
    """A rubric point and the finding that says whether it was mentioned."""

    point: Point
    finding: Finding | None
    place: int | None  # of the finding that says so, among the scorecard's findings


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet:
    """All that is shown of a review. ``notices`` concern the whole text; ``guard`` is set when it is not scored."""

    segments: tuple[Segment, ...]
    guard: Remark | None
    notices: tuple[Remark, ...]
    gaps: tuple[Remark, ...]
    strengths: tuple[Remark, ...]
    folded: tuple[Remark, ...]
    next_step: Remark | None
    covered: tuple[PointSheet, ...]
    uncovered: tuple[PointSheet, ...]
    follow_up: str
    deeper: PointSheet | None  # a point that was mentioned and has a deeper question
    samples: tuple[Sample, ...]

    @property
    def next_words(self) -> str:
        """The one next step: what the first gap says to try; "" without a gap, when the follow-up question leads on."""
        return (self.next_step.try_next or self.next_step.title) if self.next_step else ""


def review_sheet(
    question: Question, rubric: Rubric, text: str, scorecard: Scorecard, *, samples: Sequence[Sample]
) -> ReviewSheet:
    """Put a scorecard into words. Pure but for the engine's wording, which is data."""
    findings = scorecard.findings
    remarks = {id(f): _remark(n, f, rubric) for n, f in enumerate(findings) if part_of(f) is None}
    first = choose(rubric, findings)
    notices = tuple(f for f in findings if _is_notice(f))
    spoken = {id(f) for f in (*first.gaps, *first.strengths, *notices)}
    folded = [f for f in _best(rubric, first.folded) if id(f) in remarks and id(f) not in spoken]
    points = [_point(point, findings) for point in rubric.points]

    def worded(chosen: Sequence[Finding]) -> tuple[Remark, ...]:
        return tuple(remarks[id(f)] for f in chosen)

    return ReviewSheet(
        segments=segments(text, findings),
        guard=next((remarks[id(f)] for f in findings if not scorecard.scored and f.code == scorecard.reason), None),
        notices=worded([f for f in notices if f.code != scorecard.reason]),
        gaps=worded(first.gaps),
        strengths=worded(first.strengths),
        folded=worded(folded),
        next_step=remarks[id(first.next_step)] if first.next_step else None,
        covered=tuple(p for p in points if p.finding is not None),
        uncovered=tuple(p for p in points if p.finding is None),
        follow_up=first.follow_up,
        deeper=next((p for p in points if p.finding and p.point.deeper), None) if scorecard.scored else None,
        samples=tuple(samples),
    )


def _best(rubric: Rubric, folded: Sequence[Finding]) -> list[Finding]:
    """What is folded: further gaps tied to the answer, notes, and the surest quote of each kind that a band counts."""
    counted = {kind.value for criterion in rubric.criteria for kind in criterion.evidence}
    surest: dict[str, Finding] = {}
    for finding in folded:
        held = surest.get(finding.code)
        if finding.code in counted and (held is None or held.confidence < finding.confidence):
            surest[finding.code] = finding

    def worth(finding: Finding) -> bool:
        if finding.code in EVIDENCE:
            return surest.get(finding.code) is finding
        return finding.code not in SPOKEN_ELSEWHERE and (finding.tone is not Tone.GAP or finding.severity > 0)

    return [finding for finding in folded if worth(finding)]


EVIDENCE = frozenset(kind.value for kind in EvidenceKind)


def _is_notice(finding: Finding) -> bool:
    return finding.code in GUARDS or (finding.criterion == "" and finding.advice.startswith("notice"))


def _remark(place: int, finding: Finding, rubric: Rubric) -> Remark:
    said = wording(finding, rubric)
    why = explain(finding.code)
    return Remark(id=f"f{place}", finding=finding, title=said.title, body=said.body, try_next=said.try_next, why=why)


def _point(point: Point, findings: Sequence[Finding]) -> PointSheet:
    said = [(n, f) for n, f in enumerate(findings) if f.point == point.id]
    for place, finding in said:
        if finding.code == "point_mentioned":
            return PointSheet(point=point, finding=finding, place=place)
    return PointSheet(point=point, finding=None, place=next((n for n, f in said if f.code == "point_missing"), None))
