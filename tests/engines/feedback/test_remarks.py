"""Remarks on quoted words: each fires where a reader would say it, and is silent next door."""

from dataclasses import replace

import pytest

from greenroom.core.evidence import Quote
from greenroom.core.finding import Tone
from greenroom.core.rubric import EvidenceKind, Expects, RubricKind

from .given import FULL, codes, findings, rubric_of

FRAME = (
    "Last year our booking service for a theatre failed every Friday evening"
    " and people called the box office about it. "
)


@pytest.mark.parametrize(
    "code,said",
    [
        ("number_without_baseline", "After my change the response time improved by 40 percent."),
        ("number_without_object", "I added a cache. As a result we improved by 40%."),
        ("implausible_number", "I added a cache, and the load time dropped by 130 percent."),
        ("implausible_number", "I added replicas, and uptime was at 110 percent after that."),
        ("vague_claim", "I looked into it and in the end everybody was happy."),
        ("we_without_i", "We read the logs together. We added an index. We released it on Monday."),
        ("passive_action", "The logs were collected and the index was added. Then the service was restarted."),
        ("blames_others", "I fixed it, but it was somebody else's fault and management did not care."),
        ("self_praise_without_event", "I am a natural leader and a fast learner."),
        ("absolute_claim", "The platform is a hundred percent secure and it has never failed."),
    ],
)
def test_it_remarks_on(code, said):
    found = [f for f in findings(FRAME + said) if f.code == code]
    assert found
    assert isinstance(found[0].evidence, Quote)


@pytest.mark.parametrize(
    "code,said",
    [
        ("number_without_baseline", "After my change the response time improved by 40 percent, from 500 to 300 ms."),
        ("number_without_object", "I added a cache. As a result response times improved by 40%."),
        ("implausible_number", "I added a cache, and throughput increased by 130 percent."),
        ("implausible_number", "I added a cache, throughput went up 400% and the errors fell by 25%."),
        ("implausible_number", "I added replicas, and uptime was at 99.95 percent after that."),
        ("vague_claim", "I looked into the pool and after the fix nobody called on Fridays any more."),
        ("we_without_i", "We read the logs together. I added an index. We released it on Monday."),
        ("passive_action", "The logs were collected by Ana. I added the index and restarted the service."),
        ("blames_others", "I fixed it, and the bug was my own, from a month before."),
        ("self_praise_without_event", "I led the review of it with five people and wrote down what we found."),
        ("absolute_claim", "We had no downtime in the 14 weeks after it, and one retry."),
    ],
)
def test_it_stays_silent_on(code, said):
    assert code not in codes(FRAME + said)


def test_what_one_would_do_is_no_event():
    would = (
        "I would first stay calm and look at the dashboards. Then I would check the logs for the failing service. "
        "If I could not find it, I would call a colleague who knows the system better."
    )
    assert "hypothetical_answer" in codes(would)
    assert "hypothetical_answer" not in codes(would, rubric_of(RubricKind.PLAN, Expects()))
    assert "hypothetical_answer" not in codes(FULL)


def test_a_plan_is_not_asked_for_parts_of_a_story():
    would = (
        "I would put a queue in front of it, because the provider is slow, and I would watch its length with an alert "
        "for a week."
    )
    assert not {c for c in codes(would, rubric_of(RubricKind.PLAN, Expects())) if c.startswith("missing_")}


def test_one_own_step_is_enough_to_keep_we():
    assert "we_without_i" not in codes(FULL.replace("Instead I renewed", "Instead we renewed"))


def test_a_thin_answer_is_told_its_length_and_a_dense_one_is_not():
    assert "thin_answer" in codes(FRAME + "I fixed it over the weekend and then it was fine again.")
    dense = (
        "Three percent of the parcels got no label on Mondays. I replayed a Monday against the old queue and saw that "
        "two workers took the same row. With a lock on the row the share went to zero."
    )
    assert "thin_answer" not in codes(dense)


def test_a_wish_that_names_nothing_of_theirs_is_not_praised_as_a_reason():
    rubric = rubric_of(RubricKind.MOTIVATION, Expects())
    asked = replace(
        rubric, criteria=(replace(rubric.criteria[0], evidence=(EvidenceKind.SPECIFIC_REASON,)), *rubric.criteria[1:])
    )
    told = "I have always wanted to work in a place where technology is used to improve the lives of people. "
    found = findings(told + "I sold shoes in Leeds for years and liked it well.", asked)
    assert not [f for f in found if f.code == "specific_reason" and f.tone is Tone.STRENGTH]


def test_what_one_always_does_is_no_event():
    said = (
        "Users are the center of what we do. People say that they are the weakest link. When I plan a control I always"
        " think about the person who will use it. There must be a balance. Finding the balance is the art. I have"
        " changed plans many times because of users. A control that nobody uses is no control."
    )
    found = [f for f in findings(said) if f.code == "habit_not_event"]
    assert len(found) == 1
    assert "I always think" in found[0].evidence.text
    assert "habit_not_event" not in codes(said + " Last spring I took the second prompt out after nine complaints.")
