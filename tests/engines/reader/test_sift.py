"""What holds of a reply: known codes, the candidate's own words, nothing made up, nothing against a finding."""

import json

import pytest

from greenroom.content import codes as content_codes
from greenroom.core.finding import Tone
from greenroom.engines.reader import CODES, STRENGTHS, Drop, ModelReading
from greenroom.engines.reader.message import LONGEST_SAID, MOST_REMARKS
from greenroom.engines.reader.numbers import numbers
from greenroom.engines.reader.reply import reply as read_reply
from greenroom.engines.reader.sift import sift

from .given import ANSWER, SAID, asked, missing, quoted
from .given import reply as made


def sifted(*said: dict[str, object], about=None, next_step: str = "", follow_up: str = "") -> ModelReading:
    read = read_reply(json.dumps(made(*said, next_step=next_step, follow_up=follow_up)))
    assert read is not None
    return sift(about or asked(), read)


def dropped(about=None, **changed: object) -> tuple[Drop, ...]:
    reading = sifted({**SAID, **changed}, about=about)
    assert len(reading.remarks) + len(reading.dropped) == 1
    return reading.dropped


def test_the_remark_of_these_tests_holds_as_it_stands():
    assert dropped() == ()


def test_every_code_is_one_of_ours_and_rests_on_a_quote():
    assert content_codes.CODES >= CODES
    assert content_codes.EVIDENCE == STRENGTHS
    assert content_codes.GAPS - {"criterion_without_evidence", "thin_answer", "too_long"} == CODES - STRENGTHS


@pytest.mark.parametrize(
    "code", ["splendid", "missing_result", "too_short", "part_action", "point_missing", "Option_Weighed"]
)
def test_a_code_that_is_not_in_the_list_is_dropped(code):
    assert dropped(code=code) == (Drop.CODE,)


def test_a_criterion_that_the_rubric_does_not_have_is_dropped():
    assert dropped(criterion="charm") == (Drop.CRITERION,)


@pytest.mark.parametrize(
    "quote",
    [
        "We might have moved the report to a replica",
        "we could have moved the report to a replica",
        "e could have moved the report to a replic",
        "I traced it to a missing index ... behind a flag",
        "a missing index on the orders table",
    ],
)
def test_words_that_are_not_in_the_answer_are_dropped(quote):
    assert dropped(quote=quote) == (Drop.QUOTE,)


@pytest.mark.parametrize("quote", ["to a replica", "a - - - replica", "   replica    "])
def test_fewer_than_four_words_are_dropped(quote):
    assert dropped(quote=quote) == (Drop.SHORT_QUOTE,)


def test_white_space_is_folded_on_both_sides_and_the_quote_is_as_typed():
    (remark,) = sifted({**SAID, "quote": "payouts table,\n and I added  it"}).remarks
    assert remark.quote.text == "payouts table, and I  added it"
    assert ANSWER[remark.quote.start : remark.quote.end] == remark.quote.text


def test_a_quote_over_a_hidden_name_is_shown_as_the_candidate_wrote_it():
    about = asked("My name is Ada Byron and I rebuilt the ledger import from scratch.")
    (remark,) = sifted({**SAID, "quote": "[NAME A] and I rebuilt the ledger"}, about=about).remarks
    assert remark.quote.text == "Ada Byron and I rebuilt the ledger"


CONTRADICTIONS = [
    ("vague_claim", SAID["quote"], quoted("option_weighed", "We could have moved the report")),
    ("vague_claim", SAID["quote"], quoted("option_weighed", "We could have moved the report", Tone.NOTE)),
    ("option_weighed", SAID["quote"], quoted("vague_claim", "moved the report", Tone.GAP)),
    ("result_stated", "the export took 4 minutes", missing("missing_result")),
    ("learning", "the export took 4 minutes", missing("missing_reflection")),
    ("hypothetical_answer", SAID["quote"], quoted("first_person_action", "I traced it")),
    ("first_person_action", SAID["quote"], quoted("we_without_i", "two merchants", Tone.GAP)),
    ("option_weighed", SAID["quote"], missing("criterion_without_evidence", criterion="depth")),
]


@pytest.mark.parametrize("code,quote,finding", CONTRADICTIONS, ids=[f"{c} / {f.code}" for c, _, f in CONTRADICTIONS])
def test_a_remark_against_a_finding_is_dropped(code, quote, finding):
    assert dropped(asked(ANSWER, finding), code=code, quote=quote) == (Drop.CONTRADICTS,)
    assert dropped(asked(ANSWER), code=code, quote=quote) == ()


BESIDE = {
    "a question": ("result_stated", "the export took 4 minutes", missing("missing_result", asks=True)),
    "another criterion": ("option_weighed", SAID["quote"], missing("criterion_without_evidence", criterion="impact")),
    "other words": ("option_weighed", SAID["quote"], quoted("vague_claim", "two merchants", Tone.GAP)),
    "the same again": ("option_weighed", SAID["quote"], quoted("option_weighed", "We could have moved the report")),
}


@pytest.mark.parametrize("code,quote,finding", BESIDE.values(), ids=BESIDE)
def test_a_finding_that_says_nothing_against_it_lets_a_remark_stand(code, quote, finding):
    assert dropped(asked(ANSWER, finding), code=code, quote=quote) == ()


@pytest.mark.parametrize(
    "advice",
    [
        "Say that it saved 30 hours.",
        "Say that it became ten times faster.",
        "It was a tenfold gain.",
        "Say that it was 40% faster.",
        "Say that 4 million rows were read.",
        "Say that it was halved.",
        "It took ④① minutes.",
        "It took ٤١ minutes.",
        "Name twenty-two merchants.",
        "Say two hundred merchants.",
    ],
)
def test_a_number_of_the_models_own_is_dropped(advice):
    assert dropped(advice=advice) == (Drop.NUMBER,)


@pytest.mark.parametrize(
    "advice", ["Put the 40 and the 4 minutes side by side.", "Say what the two merchants lost.", "Name one."]
)
def test_a_number_that_was_said_may_be_said_again(advice):
    assert dropped(advice=advice) == ()


@pytest.mark.parametrize(
    "advice", ["See http://evil.example now.", "Write to me@evil.example.", "Read it on evil.com first."]
)
def test_advice_that_sends_the_reader_somewhere_is_dropped(advice):
    assert dropped(advice=advice) == (Drop.ADDRESS,)


@pytest.mark.parametrize("advice", ["That is a strong hire.", "This earns the top band.", "It deserves full marks."])
def test_a_verdict_is_dropped(advice):
    assert dropped(advice=advice) == (Drop.VERDICT,)


@pytest.mark.parametrize(
    "changed", [{"advice": ""}, {"advice": None}, {"quote": 5}, {"code": ["x"]}, {"advice": "a " * LONGEST_SAID}]
)
def test_a_remark_of_another_form_is_dropped(changed):
    assert dropped(**changed) == (Drop.FORM,)


def test_a_remark_that_is_no_object_is_dropped():
    assert sifted("splendid", None, 4, SAID).dropped == (Drop.FORM,) * 3


def test_characters_that_no_page_should_hold_are_left_out():
    (remark,) = sifted({**SAID, "advice": "Say \u202ewhy\x00 it\ud800 lost."}).remarks
    assert remark.advice == "Say why it lost."


def test_the_same_remark_is_kept_once_and_never_more_than_four():
    assert sifted(SAID, SAID).dropped == (Drop.REPEATED,)
    many = [{**SAID, "quote": " ".join(ANSWER.split()[n : n + 5])} for n in range(12)]
    assert len(sifted(*many).remarks) == MOST_REMARKS


def test_the_next_step_and_the_follow_up_are_put_in_other_words():
    reading = sifted(next_step="Name one of the people who were affected.", follow_up="What told you that it worked?")
    assert reading.next_step == "Name one of the people who were affected."
    assert reading.follow_up == "What told you that it worked?"


def test_a_rephrasing_with_a_number_of_its_own_is_dropped():
    reading = sifted(next_step="Name 7 of them.", follow_up="Did seven people check it?")
    assert (reading.next_step, reading.follow_up) == ("", "")
    assert reading.dropped == (Drop.NUMBER, Drop.NUMBER)


def test_what_we_did_not_say_is_not_rephrased():
    assert sifted(about=asked(next_step="", follow_up=""), next_step="Do this.", follow_up="Why?") == ModelReading()


@pytest.mark.parametrize(
    "text,found",
    [
        ("from 40 s to 4s", {"40", "4s"}),
        ("40 % and 40 percent and 40%", {"40%"}),
        ("two hundred and five", {"twohundredfive"}),
        ("two teams, hundreds of merchants", {"two", "hundreds"}),
        ("2 million", {"2million"}),
        ("½ of it", {"1/2"}),
        ("someone often weighed height", set()),
        ("a second try", {"second"}),
    ],
)
def test_numbers_are_read_with_their_units_and_scales(text, found):
    assert numbers(text) == found
