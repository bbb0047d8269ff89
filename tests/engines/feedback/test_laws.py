"""What must hold between two answers: deleting, adding, swapping and shouting."""

import pytest

from .given import FULL, SHORT_AND_STRONG, WITHOUT_RESULT, bands, codes, findings

WAFFLE = (
    " In my opinion good communication is the key to everything. Teamwork makes a project successful, and one"
    " should always stay "
    "positive. There are many ways to look at such things, and every company is different. It is important to be"
    " flexible. "
    "At the end of the day it is about people, and I think that everybody can grow with the right attitude. "
) * 2

STORIES = {
    "tickets": (FULL, "After the release lost bookings dropped from 25 a week to 1. "),
    "bikes": (
        "Our bike rental app lost the position of bikes in tunnels, and riders were charged for hours. I was asked"
        " to stop the "
        "wrong charges before summer. I took the raw positions of 400 rides and drew them on a map. I changed the"
        " end of a ride to "
        "the last good position and added a test with a recorded tunnel. Wrong charges fell from 60 to 4 a month. ",
        "Wrong charges fell from 60 to 4 a month. ",
    ),
    "payroll": (
        "When I joined, payroll was a spreadsheet of 14 sheets and my boss was the only one who could run it. I had"
        " to be able to "
        "run it by March. I sat with her for two runs and wrote down each step. Then I moved the sums into a small"
        " program and "
        "compared both for three months. In June she went on holiday during payroll for the first time. ",
        "In June she went on holiday during payroll for the first time. ",
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_a_deleted_result_is_noticed_and_a_present_one_is_not_missed(name):
    story, result = STORIES[name]
    assert "missing_result" not in codes(story)
    assert "missing_result" in codes(story.replace(result, ""))


def test_the_last_action_is_no_result():
    told = (
        "Last autumn the nightly export of our library system failed every few days and nobody knew why. I had to"
        " fix it before "
        "the audit. I read the logs of three weeks. I split the export into 12 jobs and gave each 5 retries. Then I"
        " added an "
        "alert and wrote a page in our wiki."
    )
    assert "missing_result" in codes(told)
    assert not {"quantified_result", "before_and_after"} & codes(told)


@pytest.mark.parametrize("answer", [FULL, SHORT_AND_STRONG, WITHOUT_RESULT, *(s for s, _ in STORIES.values())])
def test_waffle_never_raises_a_band(answer):
    before, after = bands(answer), bands(answer + WAFFLE)
    assert all(after[criterion] <= before[criterion] for criterion in before)


def test_a_long_empty_answer_stays_low():
    assert set(bands("I work on software every day and it is always interesting." + WAFFLE * 3).values()) <= {1}


def test_a_longer_telling_of_the_same_earns_no_more_than_a_short_one():
    padded = (
        SHORT_AND_STRONG + " It was a busy time for all of us, and the weather was bad on most of those days." + WAFFLE
    )
    assert bands(padded) == bands(SHORT_AND_STRONG)


@pytest.mark.parametrize(
    "one,other",
    [
        (("Ana", "she", "her"), ("Tom", "he", "his")),
        (("Ana", "she", "her"), ("Oluwaseun", "they", "their")),
        (("Ana", "she", "her"), ("Nguyen", "he", "his")),
    ],
)
@pytest.mark.parametrize("place,elsewhere", [("Lagos", "London"), ("Hanoi", "Berlin")])
def test_names_genders_and_places_change_nothing(one, other, place, elsewhere):
    def told(who: tuple[str, str, str], where: str) -> str:
        name, subject, possessive = who
        return (
            f"At a shop in {where} the till froze on Fridays, and {name} from support kept a list. I asked {name}"
            f" for the list and {subject} "
            f"gave me {possessive} notes. I compared them with the logs and found that the backup ran at the same"
            f" hour. I moved the "
            "backup to the night. After that freezes went from 11 a week to none."
        )

    assert bands(told(one, place)) == bands(told(other, elsewhere))
    assert codes(told(one, place)) == codes(told(other, elsewhere))


@pytest.mark.parametrize("answer", [FULL, SHORT_AND_STRONG, WITHOUT_RESULT])
def test_capitals_and_small_letters_change_nothing(answer):
    shape = [(f.code, f.confidence, f.asks) for f in findings(answer)]
    assert [(f.code, f.confidence, f.asks) for f in findings(answer.upper())] == shape
    assert [(f.code, f.confidence, f.asks) for f in findings(answer.lower())] == shape


def test_speech_without_punctuation_is_judged_like_writing():
    spoken = FULL.lower().replace(".", "").replace(",", "")
    written = bands(FULL)
    assert all(abs(band - written[criterion]) <= 1 for criterion, band in bands(spoken).items())


def test_a_second_language_story_in_the_present_tense_is_judged():
    told = (
        "In the last company we have a old shop system and every night the stock was wrong for 200 articles. My"
        " boss say to me, find "
        "it until Christmas. I make first a copy of the database each hour and I compare the two copies. I find"
        " that the difference "
        "is always by articles with two suppliers. I change the key to article plus supplier and I write a small"
        " test for it. "
        "After this the wrong articles went from 200 to 4 in one night."
    )
    assert min(bands(told).values()) >= 3
    assert "missing_action" not in codes(told)


def test_an_answer_without_numbers_can_reach_the_middle():
    told = (
        "Our club's booking page was slow and members gave up. I read the query log and it turned out that each"
        " page asked for every "
        "court again. I kept the courts in memory instead of asking each time, because they change once a year, and"
        " tested it with the "
        "trainer on a Saturday morning. Members stopped calling, and the trainer told me so."
    )
    assert min(bands(told).values()) >= 3


def test_the_same_input_gives_the_same_findings_in_the_same_order():
    assert findings(FULL) == findings(FULL)


def test_moving_the_result_to_the_front_does_not_hide_it():
    story, result = STORIES["tickets"]
    assert "missing_result" not in codes(result + story.replace(result, ""))
