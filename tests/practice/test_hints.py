"""Hints: chosen by what fails, opened one by one, recorded, and never part of the verdict."""

import pytest

from greenroom.core.hinting import Evidence, closest
from greenroom.core.verdict import Verdict
from greenroom.practice import hints, reports, sittings, submissions
from greenroom.practice.errors import NotHere
from greenroom.practice.judging import judge

SLUG = "seats-on-a-ferry"
WRONG = Verdict.WRONG_ANSWER


def test_the_ladder_of_the_mistake_that_was_made_is_offered(alice, ferry, solve, lab):
    judge(submissions.submit(alice, SLUG, solve("forgets-the-name")), lab)

    ladder = hints.open(alice, SLUG)
    assert (ladder.fitting, ladder.mistake, ladder.opened, ladder.next) == (True, "", (), 1)

    ladder = hints.climb(alice, SLUG)
    assert ladder.mistake == "Lets one name book twice."
    assert [hint.text for hint in ladder.opened] == ["Book twice under one name and read the second reply."]
    assert ladder.evidence is Evidence.POINTED


def test_without_a_recognised_mistake_there_is_the_general_ladder(alice, ferry):
    sittings.begin(alice, SLUG)
    ladder = hints.open(alice, SLUG)
    assert (ladder.fitting, ladder.opened) == (False, ())

    assert hints.climb(alice, SLUG).opened[0].text.startswith("Look at what must be known")


def test_a_ladder_has_three_levels_and_no_fourth(alice, ferry):
    sittings.begin(alice, SLUG)
    for _ in range(5):
        ladder = hints.climb(alice, SLUG)
    assert [hint.step for hint in ladder.opened] == ["where", "idea", "change"]
    assert ladder.next is None
    assert reports.open(alice, SLUG).hints_opened == 3


def test_hints_lower_the_evidence_and_not_the_verdict(alice, ferry, solve, lab):
    sittings.begin(alice, SLUG)
    hints.climb(alice, SLUG)
    hints.climb(alice, SLUG)
    for _ in range(2):
        judge(id := submissions.submit(alice, SLUG, solve()), lab)

    assert submissions.open(alice, id).progress.verdict is Verdict.ACCEPTED
    assert reports.open(alice, SLUG).evidence is Evidence.IDEA_GIVEN


def test_hints_need_a_sitting_and_are_nobody_elses(alice, bob, ferry):
    sittings.begin(alice, SLUG)
    hints.climb(alice, SLUG)
    with pytest.raises(NotHere):
        hints.open(bob, SLUG)


@pytest.mark.parametrize(
    "parts, failed, verdict, name",
    [
        (1, {"same-name", "name-before-room"}, WRONG, "forgets-the-name"),
        (1, {"same-name"}, WRONG, "forgets-the-name"),
        (1, {"one-too-many"}, WRONG, "counts-bookings"),  # of its two cases, only this one is judged yet
        (2, {"one-too-many"}, WRONG, "counts-bookings"),
        (2, {"given-back", "name-is-free-again"}, WRONG, "keeps-the-seats"),
        (2, {"nothing-asked"}, WRONG, None),
        (1, {"nothing-asked", "two-bookings", "one-too-many"}, WRONG, None),
        (1, set(), Verdict.TOO_SLOW_TO_GROW, "sums-every-time"),
        (1, set(), Verdict.COMPILE_ERROR, None),
        (1, set(), Verdict.ACCEPTED, None),
    ],
)
def test_a_mistake_is_recognised_by_the_cases_that_fail(ferry, parts, failed, verdict, name):
    found = closest(ferry, parts, failed, verdict)
    assert (found.name if found else None) == name


def test_every_wrong_solution_is_recognised_by_its_own_cases(ferry):
    for wrong in ferry.wrong:
        assert closest(ferry, len(ferry.parts), wrong.fails, wrong.verdict) == wrong
