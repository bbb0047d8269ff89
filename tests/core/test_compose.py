"""Compose: a guide is what is known of the pair, then of the company, then of the role."""

from dataclasses import fields
from datetime import date

import pytest

from greenroom.core.compose import SECTIONS, Depth, Guide, compose
from greenroom.core.guide import (
    Apply,
    CheckItem,
    Company,
    GuideQuestion,
    Layer,
    Pair,
    Passage,
    Pay,
    Quality,
    Role,
    Stage,
)
from greenroom.core.source import Confidence, Source, SourceKind

PAGE = Source(title="Page", address="page:x", kind=SourceKind.EMPLOYER, dated="2026", read=date(2026, 1, 1))
NEWS = Source(title="News", address="page:y", kind=SourceKind.NEWS, dated="2025", read=date(2025, 1, 1))


def advice(text: str) -> tuple[Passage, ...]:
    return (Passage(advice=text),)


def claim(text: str, source: str = "page") -> Passage:
    return Passage(say=text, source=source, confidence=Confidence.HIGH)


def stage(id: str, name: str = "", **more) -> Stage:
    return Stage(id=id, name=name or id, practise="behavioural", what=(), assessed=(), prepare=(), **more)


def company(**sections) -> Company:
    layer = Layer(sources={"page": PAGE}, **sections)
    when = date(2026, 3, 1)
    return Company(
        id="c", slug="ferries", name="Ferries", one_line="Sells tickets", record="A page.", checked=when, layer=layer
    )


def role(**sections) -> Role:
    layer = Layer(sources={"page": NEWS}, **sections)
    when = date(2026, 1, 1)
    return Role(
        id="r", slug="backend", name="Backend", plural="Backends", one_line="Builds.", checked=when, layer=layer
    )


def pair(**sections) -> Pair:
    layer = Layer(sources={"page": NEWS}, **sections)
    return Pair(company="ferries", role="backend", lead="Small.", checked=date(2026, 2, 1), layer=layer)


def texts(passages) -> list[str]:
    return [passage.say or passage.advice or passage.unknown for passage in passages]


def names(stages) -> list[str]:
    return [stage.name for stage in stages]


def test_a_section_is_the_pairs_then_the_companys_then_the_roles():
    guide = compose(
        company(day=advice("of the company")), role(day=advice("of the role")), pair(day=advice("of the pair"))
    )

    assert texts(guide.day) == ["of the pair", "of the company", "of the role"]


def test_how_to_apply_is_joined_part_by_part():
    guide = compose(
        company(apply=Apply(cv=advice("one"))), role(apply=Apply(cv=advice("two"), letter=advice("three"))), None
    )

    assert texts(guide.apply.cv) == ["one", "two"]
    assert texts(guide.apply.letter) == ["three"]


def test_of_two_things_of_one_name_the_more_specific_is_taken():
    ours = Quality(competency="craft", name="Ours", why=(), show=())
    theirs = Quality(competency="craft", name="Anybody's", why=(), show=())
    asked = GuideQuestion(question="q", why=advice("here"), framing=())
    anywhere = GuideQuestion(question="q", why=advice("anywhere"), framing=())

    guide = compose(
        company(qualities=(ours,), checklist=(CheckItem(id="a", text="company"), CheckItem(id="b", text="b"))),
        role(qualities=(theirs,), questions=(anywhere,), checklist=(CheckItem(id="a", text="role"),)),
        pair(questions=(asked,), checklist=(CheckItem(id="b", text="pair"),)),
    )

    assert [quality.name for quality in guide.qualities] == ["Ours"]
    assert texts(guide.questions[0].why) == ["here"]
    assert [(item.id, item.text) for item in guide.checklist] == [("b", "pair"), ("a", "company")]


def test_stages_of_other_roles_are_left_out():
    guide = compose(
        company(stages=(stage("all"), stage("ours", roles=("backend",)), stage("no", roles=("qa",)))), role(), None
    )

    assert names(guide.stages) == ["all", "ours"]


@pytest.mark.parametrize(
    "specific, general, merged",
    [
        ([], ["a", "b"], ["a", "b"]),
        (["x"], [], ["x"]),
        (["x"], ["a", "b"], ["x", "a", "b"]),
        (["b!"], ["a", "b", "c"], ["a", "b!", "c"]),
        (["x", "b!"], ["a", "b", "c"], ["a", "x", "b!", "c"]),
        (["b!", "x"], ["a", "b", "c"], ["a", "b!", "x", "c"]),
        (["c!", "a!"], ["a", "b", "c"], ["c!", "a!", "b"]),
        (["a!", "b!", "c!"], ["a", "b", "c"], ["a!", "b!", "c!"]),
    ],
)
def test_a_specific_stage_takes_the_place_of_the_general_one(specific, general, merged):
    ours = tuple(stage(name.rstrip("!"), name) for name in specific)

    guide = compose(company(stages=tuple(map(stage, general))), role(), pair(stages=ours))

    assert names(guide.stages) == merged


def test_every_claim_leads_to_the_source_of_its_own_layer():
    money = Pay(
        place="B", role="r", year="2026", currency="NOK", low=1, basis="b", source="page", confidence=Confidence.LOW
    )
    step = Stage(id="s", name="s", practise="p", what=(claim("stage"),), assessed=(), prepare=())

    guide = compose(
        company(overview=(claim("company"),), stages=(step,)), role(pay=(money,)), pair(overview=(claim("pair"),))
    )

    assert set(guide.sources) == {"pair:page", "company:page", "role:page"}
    assert [guide.source_of(passage) for passage in guide.overview] == [NEWS, PAGE]
    assert guide.source_of(guide.stages[0].what[0]) is PAGE
    assert guide.source_of(guide.pay[0]) is NEWS
    assert guide.source_of(Passage(advice="ours")) is None


def test_a_claim_without_a_source_of_its_layer_is_not_shown():
    lost = (claim("lost", "nowhere"), claim("kept"), Passage(say="bare"))

    assert texts(compose(company(overview=lost), role(), None).overview) == ["kept"]


def test_advice_keeps_no_source_key():
    odd = (Passage(advice="ours", source="nowhere"),)

    assert compose(company(overview=odd), role(), None).overview == (Passage(advice="ours"),)


def test_each_section_is_known_general_or_missing_and_only_one_of_them():
    guide = compose(
        company(overview=(claim("x"),), duration=(Passage(unknown="Nobody says."),)),
        role(overview=advice("y"), day=advice("z")),
        None,
    )

    assert guide.known == ("overview",)
    assert guide.general == ("day",)
    assert "duration" in guide.missing
    assert sorted(guide.known + guide.general + guide.missing) == sorted(SECTIONS)


def test_a_section_without_facts_says_so():
    guide = compose(company(), role(), None)

    assert guide.missing == tuple(SECTIONS)
    assert guide.gap("duration") == "We have found no record of how long the process takes for Backends at Ferries."


def test_every_section_of_a_layer_has_its_words():
    assert set(SECTIONS) == {field.name for field in fields(Layer)} - {"sources", "unknown"}


def test_depth_lead_and_dates_tell_what_the_guide_rests_on():
    own, composed = compose(company(), role(), pair()), compose(company(), role(), None)

    assert (own.depth, own.lead, own.checked) == (Depth.OWN_PAGES, "Small.", date(2026, 1, 1))
    assert (composed.depth, composed.lead, composed.record) == (Depth.COMPOSED, "Sells tickets. Builds.", "A page.")
    assert isinstance(composed, Guide)


def test_the_layers_themselves_are_not_changed():
    ferries = company(overview=(claim("x"),))

    compose(ferries, role(), pair())

    assert ferries == company(overview=(claim("x"),))


def test_notes_on_one_level_stand_together_from_junior_to_staff():
    from greenroom.core.compose import _by_level
    from greenroom.core.guide import LevelNote, Passage
    from greenroom.core.question import Level

    def note(level: Level, text: str) -> LevelNote:
        return LevelNote(level=level, text=(Passage(advice=text),))

    joined = _by_level((note(Level.SENIOR, "a"), note(Level.JUNIOR, "b"), note(Level.SENIOR, "c")))
    assert [(n.level, [p.advice for p in n.text]) for n in joined] == [("junior", ["b"]), ("senior", ["a", "c"])]
