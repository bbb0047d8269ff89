"""Checklists remember."""

import pytest

from greenroom.practice import checklists, guides
from greenroom.practice.errors import NotHere

GUIDE = ("stripe", "backend-developer")


@pytest.fixture
def item(alice) -> str:
    return guides.open(alice, *GUIDE).checklist[0].item.id


def test_a_tick_is_remembered(alice, item):
    checklists.tick(alice, *GUIDE, item)
    sheet = guides.open(alice, *GUIDE)
    assert sheet.checklist[0].done
    assert sheet.done == 1


def test_ticking_twice_is_ticking_once(alice, item):
    checklists.tick(alice, *GUIDE, item)
    checklists.tick(alice, *GUIDE, item)
    assert checklists.ticked(alice, *GUIDE) == {item}


def test_a_tick_can_be_taken_back(alice, item):
    checklists.tick(alice, *GUIDE, item)
    checklists.untick(alice, *GUIDE, item)
    assert checklists.ticked(alice, *GUIDE) == frozenset()


def test_ticks_are_ones_own_and_belong_to_one_guide(alice, bob, item):
    checklists.tick(alice, *GUIDE, item)
    assert not checklists.ticked(bob, *GUIDE)
    assert not checklists.ticked(alice, "gitlab", "backend-developer")


def test_a_point_that_the_guide_lacks_is_refused(alice):
    with pytest.raises(NotHere):
        checklists.tick(alice, *GUIDE, "no-such-point")
