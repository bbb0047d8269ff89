"""Drafts: nothing typed is lost."""

import pytest

from greenroom.practice import drafts
from greenroom.practice.errors import NotHere
from greenroom.records.models import Draft

SLUG = "complex-technical-problem"


def test_a_draft_is_read_back(alice):
    drafts.keep(alice, SLUG, "In March our export")
    assert drafts.read(alice, SLUG) == "In March our export"


def test_the_newest_text_wins_and_there_is_one_draft_a_question(alice):
    drafts.keep(alice, SLUG, "one")
    drafts.keep(alice, SLUG, "one two")
    assert Draft.objects.count() == 1
    assert drafts.read(alice, SLUG) == "one two"


def test_clearing_the_box_forgets_the_draft(alice):
    drafts.keep(alice, SLUG, "one")
    drafts.keep(alice, SLUG, "")
    assert not Draft.objects.exists()


def test_nobody_reads_anothers_draft(alice, bob):
    drafts.keep(alice, SLUG, "mine")
    assert drafts.read(bob, SLUG) == ""


def test_a_draft_needs_a_question(alice):
    with pytest.raises(NotHere):
        drafts.keep(alice, "no-such-question", "text")
