"""Feedback as its page shows it."""

from collections.abc import Iterable
from types import SimpleNamespace

from greenroom.core.evidence import Absence, Quote
from greenroom.core.finding import Tone
from greenroom.core.question import Level
from greenroom.core.rubric import Criterion, Rubric
from greenroom.core.scorecard import Mark
from greenroom.core.segments import Segment
from greenroom.practice.answers import AnswerSheet
from greenroom.practice.review_sheet import PointSheet, Remark
from greenroom.practice.shelves import Explanation

from .words import BANDS, counted, duration

UNSURE = 0.5  # below this confidence a part's name carries a question mark
LEVEL_LINES = {
    Level.JUNIOR: "Bands 4 and 5 ask for one thing less.",
    Level.STAFF: "Bands 4 and 5 ask for one thing more.",
}
LABELS = {Tone.GAP: "To change", Tone.STRENGTH: "Works", Tone.NOTE: "Worth knowing"}


def answer_view(sheet: AnswerSheet) -> SimpleNamespace:
    """Return what the templates call ``answer``."""
    numbers = {card.id: number for number, card in enumerate(sheet.tries, 1)}
    number = numbers.get(sheet.id or 0, 1)
    before = [card.id for card in sheet.tries if numbers[card.id] == number - 1]
    return SimpleNamespace(
        id=sheet.id,
        given=sheet.given_at,
        text=sheet.text,
        words=sheet.words,
        aloud=duration(sheet.speaking_seconds),
        seconds_taken=duration(sheet.seconds) if sheet.seconds else "",
        try_number=number,
        predicted=sheet.predicted,
        level=sheet.level.value if sheet.level else "",
        previous=before[0] if before else None,
        scored=sheet.scorecard.scored,
    )


def feedback_view(sheet: AnswerSheet) -> SimpleNamespace:
    """Return what the templates call ``feedback``."""
    review, shown = sheet.review, _shown_ids(sheet)
    cut = _segments(review.segments, shown)
    place = {finding: segment.id for segment in reversed(cut) for finding in segment.findings}
    show = _shower(place, sheet)
    return SimpleNamespace(
        scored=sheet.scorecard.scored,
        reason_title=review.guard.title if review.guard else "Not scored",
        reason=review.guard.body if review.guard else "",
        what_to_do=review.guard.try_next if review.guard else "",
        next=_next(review.next_step),
        segments=cut,
        notices=show(review.notices),
        gaps=show(review.gaps),
        strengths=show(review.strengths),
        more=show(review.folded),
        marks=[_mark(mark, sheet.rubric.criterion(mark.criterion)) for mark in sheet.scorecard.marks],
        predicted_line=_predicted_line(sheet),
        level_line=LEVEL_LINES.get(sheet.level, "") if sheet.level else "",
        covered=[_covered(p, cut) for p in review.covered],
        uncovered=[_uncovered(p, sheet) for p in review.uncovered],
        follow_up=_follow_up(sheet),
        deeper=_deeper(sheet),
        samples=[_sample(sample) for sample in review.samples] if sheet.id else [],
        versions=f"engine {sheet.engine_version}, rubric {sheet.rubric.id} {sheet.rubric.version}",
        content_changed=sheet.content_changed,
    )


def _shown_ids(sheet: AnswerSheet) -> dict[int, Tone]:
    """Return the places of the findings that a page speaks, with their tones, so that only these are underlined."""
    review = sheet.review
    remarks = (*review.gaps, *review.strengths, *review.folded, *review.notices)
    return {int(remark.id[1:]): remark.finding.tone for remark in remarks}


def _segments(segments: Iterable[Segment], shown: dict[int, Tone]) -> list[SimpleNamespace]:
    """Join what need not be apart, and give the white space between sentences to the sentence before."""
    cut: list[SimpleNamespace] = []
    for segment in segments:
        ids = [f"f{n}" for n in segment.findings if n in shown]
        if cut and (not segment.text.strip() or (not ids and not cut[-1].findings and cut[-1].part == segment.part)):
            cut[-1].text += segment.text
            cut[-1].end = segment.end
            continue
        tone = shown[segment.findings[0]].value if ids and segment.findings[0] in shown else "note"
        tones = [shown[n].value for n in segment.findings if n in shown]
        cut.append(
            SimpleNamespace(
                id=f"s{len(cut) + 1}",
                start=segment.start,
                end=segment.end,
                text=segment.text,
                part=segment.part.value,
                unsure=segment.confidence < UNSURE,
                findings=ids,
                tone=tones[0] if tones else tone,
            )
        )
    return cut


def _shower(place: dict[str, str], sheet: AnswerSheet):  # type: ignore[no-untyped-def]
    def show(remarks: Iterable[Remark]) -> list[SimpleNamespace]:
        return [_finding(remark, place.get(remark.id, ""), sheet) for remark in remarks]

    return show


def _finding(remark: Remark, segment: str, sheet: AnswerSheet) -> SimpleNamespace:
    finding, evidence = remark.finding, remark.finding.evidence
    absent = isinstance(evidence, Absence)
    said = sheet.opinions.get(int(remark.id[1:]))
    return SimpleNamespace(
        id=remark.id,
        tone=finding.tone.value,
        label="A question" if finding.asks else LABELS[finding.tone],
        title=remark.title,
        body=remark.body,
        try_next=remark.try_next,
        quote=_short(evidence.text) if isinstance(evidence, Quote) else "",
        segment=segment,
        missing=_looked_for(evidence.expected, sheet.rubric) if absent else "",
        searched=evidence.searched if absent else "",
        asks=finding.asks,
        why=_why(remark, sheet),
        says=said.says if said else "",
        reason=said.reason if said else "",
    )


def _looked_for(expected: str, rubric: Rubric) -> str:
    """Name what was looked for as the page names it elsewhere: a criterion by its name, a point by its text."""
    names = {c.id: c.name for c in rubric.criteria} | {p.id: p.text for p in rubric.points}
    return f"“{names[expected]}”" if expected in names else expected.replace("_", " ")


def _why(remark: Remark, sheet: AnswerSheet) -> SimpleNamespace:
    finding, why = remark.finding, remark.why
    return SimpleNamespace(
        place=int(remark.id[1:]),
        code=finding.code,
        rule=finding.rule,
        detector=why.looks_for,
        trigger=_short(finding.evidence.text) if isinstance(finding.evidence, Quote) else "",
        precision=precision(why),
        version=sheet.engine_version,
    )


def precision(why: Explanation) -> str:
    """Say how often a kind of finding was right where it was measured."""
    if why.precision is None:
        return "Not measured: too rare in the labelled answers, or a plain count."
    return f"Right in {round(why.precision * 100)} of 100 ({why.count} cases, {why.on})."


def _short(text: str) -> str:
    """Quote at most about 160 characters: the words themselves are marked in the text beside."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 160 else f"{flat[:150].rsplit(' ', 1)[0]} …"


def _next(remark: Remark | None) -> SimpleNamespace | None:
    return SimpleNamespace(title=remark.title, body=remark.try_next or remark.body, asks="") if remark else None


def _mark(mark: Mark, criterion: Criterion) -> SimpleNamespace:
    anchors = {1: criterion.anchors.one.text, 3: criterion.anchors.three.text, 5: criterion.anchors.five.text}
    ahead = next((anchors[band] for band in (3, 5) if band > mark.band), "")
    return SimpleNamespace(
        name=criterion.name,
        band=mark.band,
        low=mark.low,
        high=mark.high,
        word=BANDS[mark.band],
        confidence=mark.confidence,
        here=anchors[max(band for band in anchors if band <= mark.band)],
        ahead=ahead,
        counted=counted(mark.counted),
    )


def _predicted_line(sheet: AnswerSheet) -> str:
    bands = sorted(mark.band for mark in sheet.scorecard.marks)
    if sheet.predicted is None or not bands:
        return ""
    if bands[0] <= sheet.predicted <= bands[-1]:
        return f"{sheet.predicted}; found {_span(bands)}, so your own reading fits the evidence"
    side = "higher" if sheet.predicted > bands[-1] else "lower"
    return f"{sheet.predicted}; found {_span(bands)}, so you placed it {side} than the evidence does"


def _span(bands: list[int]) -> str:
    return f"{bands[0]} to {bands[-1]}" if bands[0] != bands[-1] else str(bands[0])


def _covered(point: PointSheet, cut: list[SimpleNamespace]) -> SimpleNamespace:
    evidence = point.finding.evidence if point.finding else None
    if not isinstance(evidence, Quote):
        return SimpleNamespace(text=point.point.text, quote="", segment="")
    over = next((s.id for s in cut if s.start <= evidence.start < s.end), "")
    return SimpleNamespace(text=point.point.text, quote=_short(evidence.text), segment=over)


def _uncovered(point: PointSheet, sheet: AnswerSheet) -> SimpleNamespace:
    said = sheet.opinions.get(point.place) if point.place is not None else None
    return SimpleNamespace(
        text=point.point.text, follow_up=point.point.follow_up, place=point.place, says=said.says if said else ""
    )


def _follow_up(sheet: AnswerSheet) -> SimpleNamespace | None:
    if not sheet.review.follow_up or not sheet.scorecard.scored:
        return None
    missing = next(p.point.text for p in sheet.review.uncovered if p.point.follow_up == sheet.review.follow_up)
    return SimpleNamespace(
        ask=sheet.review.follow_up,
        because=f"An interviewer would ask this next, because we did not find: {missing[0].lower()}{missing[1:]}.",
    )


def _deeper(sheet: AnswerSheet) -> SimpleNamespace | None:
    point = sheet.review.deeper
    if point is None or point.finding is None or not isinstance(point.finding.evidence, Quote):
        return None
    return SimpleNamespace(ask=point.point.deeper, quote=_short(point.finding.evidence.text))


def _sample(sample) -> SimpleNamespace:  # type: ignore[no-untyped-def]
    return SimpleNamespace(name=f"A {sample.name} answer", level=sample.level.value, text=sample.text, note=sample.note)
