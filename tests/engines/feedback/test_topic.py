"""An answer to another question is told so and earns nothing; a genuine one is judged, however it is written."""

import json
from functools import cache
from pathlib import Path

import pytest

from greenroom.content.library import load
from greenroom.core.evidence import Quote
from greenroom.core.finding import Tone
from greenroom.core.rubric import RubricKind
from greenroom.core.scorecard import score
from greenroom.engines.feedback import review, wording
from greenroom.engines.feedback.review import read
from greenroom.engines.feedback.topic import STORY, UNSCORED, table, topic

from .given import codes

ROOT = Path(__file__).parents[3]
REASONS = ("another_question", "mostly_off_topic_text")


@cache
def library():
    return load(ROOT / "content")


def asked(slug):
    question = library().questions[slug]
    return question, library().rubrics[question.rubric]


def sample(slug, name):
    return next(s.text for s in library().samples[slug] if s.name == name)


@cache
def voices():
    paths = sorted((ROOT / "training/feedback/data/voices").glob("*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def card(slug, answer):
    question, rubric = asked(slug)
    return score(rubric, list(review(question, rubric, answer)))


@pytest.mark.parametrize(
    "slug,other",
    [
        ("pagination-and-consistency", "disagreement-with-a-colleague"),
        ("ledger-for-money-movement", "new-domain-quickly"),
        ("refunds-and-double-charges", "hard-project-and-your-part"),
        ("webhook-delivery", "normalise-or-denormalise"),
    ],
)
def test_a_strong_answer_to_another_question_is_not_scored_and_not_praised(slug, other):
    found = card(slug, sample(other, "strong"))
    assert not found.scored
    assert found.reason == "another_question"
    assert found.marks == ()
    assert not [f for f in found.findings if f.tone is not Tone.NOTE]


def test_what_was_seen_in_it_stays_as_an_observation_and_the_notice_says_how_it_was_judged():
    question, rubric = asked("pagination-and-consistency")
    found = list(review(question, rubric, sample("disagreement-with-a-colleague", "strong")))
    notice = next(f for f in found if f.code == "another_question")
    said = wording(notice, rubric)
    assert f"{notice.evidence.value:g}" in said.body
    assert 0 <= notice.evidence.value < 0.5
    assert any(f.code == "first_person_action" and isinstance(f.evidence, Quote) for f in found)


def test_small_talk_where_a_field_is_asked_for_is_not_scored():
    row = next(r for r in voices() if r["answer_id"] == "kenji-modest-26")
    found = card(row["question"], " ".join(row["sentences"]))
    assert not found.scored
    assert found.reason == "mostly_off_topic_text"


def test_hardly_a_genuine_answer_of_sixteen_voices_is_taken_for_one_to_another_question():
    genuine = [r for r in voices() if r["sort"] != "off-topic"]
    lost = [r["answer_id"] for r in genuine if card(r["question"], " ".join(r["sentences"])).reason in REASONS]
    assert len(lost) <= len(genuine) // 100, lost
    assert not {r["answer_id"] for r in genuine if "strong" in r["sort"]} & set(lost)


@pytest.mark.parametrize(
    "changed",
    [str.upper, lambda t: t.replace(".", "").replace(",", ""), lambda t: "".join(c for c in t if not c.isdigit())],
    ids=["in capitals", "speech without punctuation", "without numbers"],
)
def test_how_a_strong_answer_is_written_does_not_make_it_another_one(changed):
    for slug in sorted(library().questions)[::4]:
        assert card(slug, changed(sample(slug, "strong"))).scored, slug


def test_a_short_answer_by_a_second_language_speaker_is_judged():
    rows = [r for r in voices() if r["voice"] in ("kenji-modest", "wanjiku-selftaught", "lin-graduate")]
    short = [r for r in rows if 25 <= len(" ".join(r["sentences"]).split()) <= 70 and r["sort"] == "short-strong"]
    assert len(short) > 3
    for row in short:
        assert card(row["question"], " ".join(row["sentences"])).scored, row["answer_id"]


def test_a_story_with_a_plain_effect_is_asked_about_at_most_where_a_story_was_asked_for():
    stories = [slug for slug in sorted(library().questions) if asked(slug)[1].kind in STORY]
    for slug, other in zip(stories, stories[5:] + stories[:5], strict=True):
        found = card(slug, sample(other, "strong"))
        assert found.reason not in REASONS, (slug, other)


def test_a_doubt_as_sure_as_a_guard_takes_the_praise_and_opens_the_low_end():
    doubts = 0
    for slug in sorted(library().questions):
        question, rubric = asked(slug)
        for other in ("slow-query", "disagreement-with-a-colleague"):
            found = list(review(question, rubric, sample(other, "strong")))
            doubt = next((f for f in found if f.code == "may_not_answer"), None)
            if doubt is None or doubt.confidence < UNSCORED:
                continue
            doubts += 1
            assert doubt.asks
            assert not [f for f in found if f.tone is Tone.STRENGTH]
            assert all(mark.low <= mark.band for mark in score(rubric, found).marks)
            assert min(mark.low for mark in score(rubric, found).marks) == 1
    assert doubts > 0


def test_a_question_with_a_thin_page_is_no_measure_of_an_answer():
    strong = sample("disagreement-with-a-colleague", "strong")
    assert not {"another_question", "may_not_answer"} & codes(strong)


def test_what_one_would_do_is_told_as_such_and_not_as_another_answer():
    question, rubric = asked("an-incident-you-handled")
    answer = (
        "I would first stay calm and look at the dashboards. Then I would check the logs of the service that fails. If"
        " I could not find it, I would call a colleague who knows the system better than I do."
    )
    found = {f.code for f in review(question, rubric, answer)}
    assert "hypothetical_answer" in found
    assert "another_question" not in found


def test_an_answer_of_few_words_is_never_left_unscored_for_its_words():
    few = "I am honest and I work hard, and I think that you have a good name, so I want to come to you and learn more."
    for slug in sorted(library().questions):
        reason = card(slug, few + " It is all that I can say today.").reason
        no_event = asked(slug)[1].kind is RubricKind.PAST_EVENT  # told by its sentences, not by its words
        assert reason not in REASONS or (no_event and reason == "mostly_off_topic_text"), slug


def test_a_mentioned_point_settles_that_the_answer_takes_up_its_question():
    for slug in sorted(library().questions)[::6]:
        found = {f.code for f in review(*asked(slug), sample(slug, "strong"))}
        assert "point_mentioned" in found
        assert not found & {"another_question", "may_not_answer"}


def test_the_table_knows_nearly_all_questions_of_the_library():
    known = set(library().questions) & set(table().slugs)
    assert len(known) >= 0.9 * len(library().questions), "run training/feedback/topic_head.py"


def test_shares_lie_between_nothing_and_all():
    for slug in sorted(library().questions)[::9]:
        found = topic(read(*asked(slug), sample(slug, "strong")))
        assert 0 <= found.share <= 1
        assert 0 <= found.known <= 1
        assert 0 < found.chance < 1


def test_a_plain_story_of_work_is_not_asked_whether_it_answers():
    """Its words are few and not the question's, and it was asked about; any story of work may fit."""
    said = (
        "Our nightly export to the warehouse kept failing for the biggest customers. I was asked to find out why. I "
        "read the logs of a month, saw that the connection was closed after thirty minutes, and split the export into "
        "batches of ten thousand rows. I also wrote a small check that compares the counts."
    )
    question, rubric = asked("complex-technical-problem")
    assert not {"another_question", "may_not_answer"} & {f.code for f in review(question, rubric, said)}
