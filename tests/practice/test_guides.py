"""Guides: composed from company, role and pair."""

import pytest

from greenroom.practice import guides
from greenroom.practice.errors import NotHere

SEED_SECTIONS = (
    "overview", "duration", "process", "stages", "by_level", "assessment", "qualities", "questions", "preparation",
    "checklist", "day", "pay", "benefits", "mistakes", "faq", "unknown",
)  # fmt: skip


@pytest.mark.parametrize("section", SEED_SECTIONS)
def test_the_stripe_backend_guide_has_every_section_of_the_seed(alice, section):
    assert getattr(guides.open(alice, "stripe", "backend-developer").guide, section)


def test_it_says_how_to_apply(alice):
    apply = guides.open(alice, "stripe", "backend-developer").guide.apply
    assert apply.cv
    assert apply.letter
    assert apply.referral


def test_each_stage_leads_to_questions_of_its_type(alice):
    sheet = guides.open(alice, "stripe", "backend-developer")
    offered = {card.type.slug for card in sheet.chooser}
    assert {stage.practise for stage in sheet.guide.stages} <= offered


def test_the_checklist_has_at_least_eight_points(alice):
    for card in guides.shelf(alice):
        assert len(guides.open(alice, card.company.slug, card.role.slug).checklist) >= 8, card.path


def test_stripe_has_three_roles_and_the_backend_role_has_four_companies_more(alice):
    sheet = guides.open(alice, "stripe", "backend-developer")
    assert len([c for c in sheet.same_company if c.whole]) >= 2
    assert {"gitlab", "posthog", "monzo"} < {c.company.slug for c in sheet.same_role if c.whole}


def test_search_takes_words_in_any_order(alice):
    assert [c.path for c in guides.shelf(alice, search="backend STRIPE")] == ["stripe/backend-developer"]
    assert guides.shelf(alice, search="no such company") == ()


def test_filters_narrow_the_list(alice):
    assert {c.company.slug for c in guides.shelf(alice, company="gitlab")} == {"gitlab"}
    assert {c.role.slug for c in guides.shelf(alice, role="backend-developer")} == {"backend-developer"}


def test_a_pair_without_a_file_is_composed_and_says_what_is_missing(alice):
    composed = [c for c in guides.shelf(alice) if not c.whole]
    assert composed
    assert guides.open(alice, composed[0].company.slug, composed[0].role.slug).guide.unknown


def test_an_unknown_guide_names_the_nearest(alice):
    with pytest.raises(NotHere) as missing:
        guides.open(alice, "strip", "backend-developer")
    assert missing.value.nearest == "stripe/backend-developer"


def test_every_claim_of_every_guide_finds_its_source(alice):
    for card in guides.shelf(alice):
        guide = guides.open(alice, card.company.slug, card.role.slug).guide
        claims = [p for p in guide.overview + guide.process + guide.day if p.say]
        assert all(claim.source in guide.sources for claim in claims), card.path
