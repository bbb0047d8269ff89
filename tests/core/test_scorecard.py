"""Marks follow from findings by the rule in ``core/rubric.py``, and what is read first by severity and weight."""

import pytest

from greenroom.core.evidence import Absence, Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.rubric import Anchor, Anchors, Criterion, EvidenceKind, Expects, Point, Rubric, RubricKind
from greenroom.core.scorecard import band, score, shown

K = EvidenceKind
QUOTE = Quote(start=0, end=3, text="I d")


def anchors(three: int, five: int) -> Anchors:
    return Anchors(one=Anchor(text="a"), three=Anchor(text="b", needs=three), five=Anchor(text="c", needs=five))


RUBRIC = Rubric(
    id="r",
    kind=RubricKind.PAST_EVENT,
    expects=Expects(),
    criteria=(
        Criterion(
            id="light",
            competency="impact",
            name="Effect",
            evidence=(K.RESULT_STATED, K.QUANTIFIED_RESULT),
            anchors=anchors(1, 2),
        ),
        Criterion(
            id="heavy",
            competency="depth",
            name="Depth",
            weight=3,
            evidence=(K.CAUSE_FOUND, K.OPTION_WEIGHED, K.VERIFICATION_STEP),
            points=("one", "two", "three"),
            anchors=anchors(2, 5),
        ),
    ),
    points=tuple(Point(id=i, text=i, said=("a b",), follow_up=f"And {i}?") for i in ("one", "two", "three")),
)


def strength(code: str, confidence: float = 0.9, text: str = "I d", at: int = 0, **more) -> Finding:
    quote = Quote(start=at, end=at + len(text), text=text)
    return Finding(code=code, tone=Tone.STRENGTH, evidence=quote, confidence=confidence, **more)


def gap(code: str, **more) -> Finding:
    return Finding(code=code, tone=Tone.GAP, evidence=Absence(expected="x"), **more)


def mentioned(point: str) -> Finding:
    return Finding(code="point_mentioned", tone=Tone.NOTE, evidence=QUOTE, point=point, confidence=0.9)


@pytest.mark.parametrize(
    "kinds,points,expected",
    [(0, 0, 1), (1, 0, 2), (0, 1, 2), (1, 1, 3), (2, 0, 3), (2, 2, 4), (2, 3, 5), (1, 4, 3), (0, 9, 3), (5, 0, 5)],
)
def test_a_band_counts_kinds_and_points_and_wants_two_kinds_above_three(kinds, points, expected):
    assert band(anchors(2, 5), kinds, points) == expected


def test_a_kind_counts_once_however_often_it_occurs():
    many = score(RUBRIC, [strength("cause_found"), strength("cause_found"), strength("cause_found")])
    assert many.marks[1].band == 2
    assert many.marks[1].counted == ("cause_found",)


def test_points_count_beside_kinds():
    card = score(RUBRIC, [strength("cause_found"), strength("option_weighed"), mentioned("one"), mentioned("two")])
    assert card.marks[1].band == 4
    assert card.marks[1].counted == ("cause_found", "option_weighed", "one", "two")


def test_unsure_evidence_opens_the_range_below():
    mark = score(RUBRIC, [strength("cause_found", 0.5), strength("option_weighed", 0.9)]).marks[1]
    assert (mark.low, mark.band) == (2, 3)


def test_what_may_have_been_overlooked_opens_the_range_above():
    mark = score(RUBRIC, [strength("result_stated")]).marks[0]
    assert (mark.band, mark.high) == (3, 5)


def test_gaps_earn_nothing():
    assert score(RUBRIC, [gap("vague_claim"), gap("point_missing", point="one")]).marks[1].band == 1


def test_a_guard_leaves_the_answer_unscored_with_its_code_as_reason():
    guard = Finding(code="keyword_list", tone=Tone.NOTE, evidence=QUOTE, severity=3)
    card = score(RUBRIC, [guard, strength("cause_found")])
    assert (card.scored, card.reason, card.marks) == (False, "keyword_list", ())


def test_an_order_in_a_genuine_answer_is_a_notice_and_the_answer_is_scored():
    notice = Finding(code="instruction_to_the_program", tone=Tone.NOTE, evidence=QUOTE, severity=1)
    assert score(RUBRIC, [notice, strength("cause_found")]).scored


def test_three_gaps_and_two_strengths_are_read_first_and_the_rest_is_folded():
    found = [gap(f"g{i}", severity=i % 4) for i in range(6)] + [strength(f"s{i}", at=9 * i) for i in range(4)]
    first = shown(RUBRIC, found)
    assert [f.code for f in first.gaps] == ["g3", "g2", "g1"]
    assert len(first.strengths) == 2
    assert len(first.folded) == 5
    assert first.next_step == first.gaps[0]


def test_the_heavier_criterion_goes_first_and_a_statement_before_a_question():
    asked = gap("asked", severity=2, criterion="heavy", asks=True)
    light, heavy = gap("light", severity=2, criterion="light"), gap("heavy", severity=2, criterion="heavy")
    assert [f.code for f in shown(RUBRIC, [asked, light, heavy]).gaps] == ["heavy", "light", "asked"]


def test_several_missing_points_take_one_place_and_the_first_gives_the_follow_up():
    found = [gap("point_missing", point="three"), gap("point_missing", point="two"), gap("vague_claim")]
    first = shown(RUBRIC, found)
    assert [f.code for f in first.gaps] == ["point_missing", "vague_claim"]
    assert first.follow_up == "And two?"


def test_nothing_missing_leaves_no_next_step_and_no_follow_up():
    first = shown(RUBRIC, [strength("cause_found"), mentioned("one")])
    assert (first.next_step, first.follow_up) == (None, "")


def test_strengths_on_the_same_words_take_one_place():
    found = [
        strength("cause_found", severity=3),
        strength("option_weighed"),
        strength("result_stated", text="We sold", at=9),
    ]
    assert [f.code for f in shown(RUBRIC, found).strengths] == ["cause_found", "result_stated"]


def test_a_strength_gives_way_to_a_gap_on_the_same_words():
    on = Quote(start=2, end=9, text="faster ")
    found = [
        Finding(code="vague_claim", tone=Tone.GAP, evidence=on),
        strength("lasting_change"),
        strength("cause_found", at=9),
    ]
    assert [f.code for f in shown(RUBRIC, found).strengths] == ["cause_found"]


def test_a_strength_that_asks_comes_after_one_that_is_stated():
    found = [strength("quantified_result", severity=3, asks=True), strength("lasting_change", at=9)]
    assert [f.code for f in shown(RUBRIC, found).strengths] == ["lasting_change", "quantified_result"]


def test_a_criterion_is_not_asked_for_once_more_where_a_missing_part_asks_the_same():
    result = gap("missing_result", severity=3)
    effect, depth = (
        gap("criterion_without_evidence", criterion="light"),
        gap("criterion_without_evidence", criterion="heavy"),
    )
    assert shown(RUBRIC, [result, effect]).gaps == (result,)
    assert shown(RUBRIC, [result, depth]).gaps == (result, depth)


def test_a_point_is_not_asked_for_beside_its_criterion_and_gives_no_follow_up_there():
    first = shown(
        RUBRIC, [gap("point_missing", point="one"), gap("criterion_without_evidence", criterion="heavy", severity=2)]
    )
    assert [f.code for f in first.gaps] == ["criterion_without_evidence"]
    assert first.follow_up == ""


def test_a_point_without_weight_is_asked_as_the_follow_up_and_is_no_gap():
    missing = [gap("point_missing", point=name, severity=0) for name in ("one", "two")]
    assert shown(RUBRIC, missing).gaps == ()
    assert shown(RUBRIC, missing).follow_up == "And one?"


def test_a_follow_up_that_may_have_been_answered_comes_last():
    found = [
        gap("point_missing", point="one", severity=0, confidence=0.3),
        gap("point_missing", point="two", severity=0),
    ]
    assert shown(RUBRIC, [*found, gap("vague_claim")]).follow_up == "And two?"


def test_faint_evidence_carries_no_band_alone_and_counts_beside_something_surer():
    def reached(*found: Finding) -> int:
        return next(m.band for m in score(RUBRIC, found).marks if m.criterion == "heavy")

    faint = strength("cause_found", confidence=0.1)
    assert reached(faint) == 1
    assert reached(faint, strength("option_weighed", confidence=0.5)) == 3
    assert reached(faint, mentioned("one")) == 3


def test_a_junior_needs_one_thing_less_for_the_upper_bands_and_staff_one_more():
    from greenroom.core.question import Level
    from greenroom.core.scorecard import for_level

    anchors = Anchors(one=Anchor(text="a"), three=Anchor(text="b", needs=2), five=Anchor(text="c", needs=4))
    kinds = tuple(EvidenceKind)[:6]
    criterion = Criterion(id="c", competency="x", name="C", evidence=kinds, anchors=anchors)
    assert [for_level(criterion, level).five.needs for level in (None, *Level)] == [4, 3, 4, 4, 5]
    assert {for_level(criterion, level).three.needs for level in Level} == {2}


def test_staff_are_not_asked_for_more_than_the_criterion_lists():
    from greenroom.core.question import Level
    from greenroom.core.scorecard import for_level

    anchors = Anchors(one=Anchor(text="a"), three=Anchor(text="b", needs=2), five=Anchor(text="c", needs=3))
    criterion = Criterion(id="c", competency="x", name="C", evidence=tuple(EvidenceKind)[:3], anchors=anchors)
    assert for_level(criterion, Level.STAFF).five.needs == 3
