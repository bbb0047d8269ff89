"""Each kind of evidence, with sentences that show it and sentences that only use its words."""

import pytest

from greenroom.core.rubric import Expects, RubricKind

from .given import FULL, codes, rubric_of

FRAME = (
    "Last year our booking service for a theatre failed every Friday evening"
    " and people called the box office about it. "
)
# Neutral sentences, so that the answer is long enough to be judged and shows none of the rarer kinds itself.

SHOWN = {
    "first_person_action": [
        "I moved the seat plan into its own table.",
        "So I basically pulled the logs of ten Fridays and sorted them by hour.",
        "Wrote a parser for the six bank files.",
        "Then I look in the import code and I change the key to article plus supplier.",
    ],
    "named_component": ["I put a queue in front of the mail provider.", "We replaced the cron job by a worker pool."],
    "cause_found": [
        "It turned out that the lock expired before the bank page had loaded.",
        "I traced it back to a timeout of thirty seconds in the mobile client.",
        "From the logs I saw that two workers read the same row.",
    ],
    "option_weighed": [
        "I considered a longer lock, but that would have blocked seats for others.",
        "We looked at two ways, and one was to poll, so I ruled that out because of the load.",
        "I chose a table rather than a cache because the rows must survive a restart.",
    ],
    "trade_off_cost": [
        "The price is one more write for each booking.",
        "The downside was that the numbers on the page could be five minutes old.",
    ],
    "verification_step": [
        "I replayed a Friday against a copy and compared the totals.",
        "We ran both versions in parallel for two weeks and counted the rows that differed.",
        "I wrote a test that kills the connection after the bank has answered.",
    ],
    "user_evidence": [
        "Two customers told me that they had waited in the rain for a code.",
        "I watched six nurses use the page and four of them clicked the wrong button.",
    ],
    "security_control": [
        "I replaced card numbers by tokens so that an attacker with the logs gets nothing.",
        "We signed the payload so that nobody could send us forged events.",
    ],
    "failure_handling": [
        "When the provider is down we queue the mails and retry them with a back-off.",
        "I put a circuit breaker in front of the bank, because its timeouts had blocked every worker.",
    ],
    "data_design": [
        "I put a unique constraint on the seat and the show so that two bookings cannot share a seat.",
        "I added an index on show and day, because the query plan had a full scan.",
    ],
    "result_stated": [
        "After the release support closed the refund queue.",
        "In the end the opening night ran without a single lost booking.",
    ],
    "quantified_result": [
        "After the release lost bookings dropped from 25 a week to 1.",
        "The page now takes 180 ms at the 95th percentile.",
        "Since then we have had zero double charges.",
        "That cut our cloud bill by 40 percent.",
    ],
    "before_and_after": [
        "Lost bookings went from 25 to 1 a week.",
        "The import takes twelve minutes now, down from two hours.",
        "Complaints were 3 a month after it, compared with 31 before.",
    ],
    "lasting_change": [
        "The check is now part of every release.",
        "The team still uses the script for each new show.",
    ],
    "learning": [
        "I learned to ask how long the slowest partner may take.",
        "Next time I would rehearse the switch with real data a month earlier.",
    ],
    "other_view": [
        "My manager wanted one big release because sales had promised a date. In the end we agreed on two small ones.",
        "The designer was worried that people would not see the button, and she had a point, so we tried it with"
        " five of them.",
    ],
}

WORDS_ONLY = {
    "first_person_action": ["I would add an index.", "We added an index.", "I was very motivated and I liked the"
    " project."],
    "named_component": ["Queue, cache, index, Kafka, Redis, Docker, Terraform.", "A queue is a fine thing in general."],
    "cause_found": ["The root cause is always important to find.", "Because of the weather nobody came."],
    "option_weighed": ["There are always options in life.", "I prefer tea."],
    "trade_off_cost": ["Everything is a trade-off.", "The tickets cost a lot of money for a family."],
    "verification_step": ["Testing is very important.", "The quality was checked thoroughly."],
    "user_evidence": ["Users are important to me.", "For me the customer always comes first."],
    "security_control": ["Security is a top priority: encryption, tokens, OAuth, firewalls, audits.", "We had roles"
    " for the play."],
    "failure_handling": ["Retries, timeouts, fallbacks, circuit breakers, alerts.", "I failed the first exam at"
    " school."],
    "data_design": ["Schema, index, normal form, transaction, partition.", "The table in the foyer was old."],
    "result_stated": ["I wanted to cut the lost bookings.", "In the end it was much better and everybody was happy."],
    "quantified_result": [
        "My goal was to cut lost bookings to 5 a week.",
        "We have 40 employees and 12,000 orders a day.",
        "It did not improve by 20 percent.",
        "The log said 2024-03-01 12:30:11 ERROR 500 at line 42.",
        "I joined in 2019 and used Python 3.11 on port 8080.",
        "If we had done it, errors would have dropped by 50 percent.",
    ],
    "before_and_after": ["Lost bookings dropped to 1 a week.", "I flew from Paris to Rome."],
    "lasting_change": ["I always write tests.", "Now I am here."],
    "learning": ["I learned a lot.", "I am always learning new things."],
    "other_view": ["My colleague was an idiot and wanted tabs.", "He left."],
}  # fmt: skip


@pytest.mark.parametrize("kind,said", [(kind, said) for kind, texts in SHOWN.items() for said in texts])
def test_a_sentence_that_shows_the_evidence_is_found(kind, said):
    assert kind in codes(f"{FRAME}{said}")


@pytest.mark.parametrize("kind,said", [(kind, said) for kind, texts in WORDS_ONLY.items() for said in texts])
def test_a_sentence_that_only_has_the_words_is_not(kind, said):
    assert kind not in codes(f"{FRAME}{said} It was on a Friday, and the weather was bad.")


MOTIVATION = rubric_of(RubricKind.MOTIVATION, Expects())
PLAN = rubric_of(RubricKind.PLAN, Expects())
FILLING = " I have worked with bookings for four years now, most of them in a small team near the harbour of my town."


@pytest.mark.parametrize(
    "said",
    [
        "I read your post on the move from nightly batches to a stream, because we have the same batch at work.",
        "I have used your API for our payroll and noticed that the docs say what is not supported.",
    ],
)
def test_a_reason_that_can_be_looked_up_is_found(said):
    assert "specific_reason" in codes(said + FILLING, MOTIVATION)


@pytest.mark.parametrize(
    "said",
    [
        "You are a market leader with a great culture and I want to grow with your team.",
        "I want a new role because I like change.",
    ],
)
def test_flattery_is_no_reason(said):
    assert "specific_reason" not in codes(said + FILLING, MOTIVATION)


def test_a_question_about_load_and_an_assumption_are_found_in_a_plan():
    assert "question_back" in codes("How many events per second do we expect at peak?" + FILLING, PLAN)
    assert "question_back" in codes("I would assume three million events a day for now." + FILLING, PLAN)
    assert "question_back" not in codes("Isn't that nice?" + FILLING, PLAN)


def test_a_plan_may_say_would_where_an_event_may_not():
    said = "I would put a queue in front of the provider, because it times out, and retry with a back-off." + FILLING
    assert {"named_component", "failure_handling", "first_person_action"} <= codes(said, PLAN)
    assert "first_person_action" not in codes(said.replace("I have worked", "People worked"))


def test_a_full_answer_shows_most_of_what_the_rubric_counts():
    assert {"cause_found", "option_weighed", "verification_step", "before_and_after", "learning"} <= codes(FULL)
