"""Text copied from a sample or an earlier answer: told with its origin, and not scored when it is the library's."""

from greenroom.core.scorecard import score
from greenroom.engines.feedback import review, wording

from .given import FULL, QUESTION, SHORT_AND_STRONG, STORY_RUBRIC, codes, findings

SAMPLE = ("sample strong", FULL)
OWN = (
    "At a bakery the scale sent wrong weights on Sundays. I compared forty receipts with the log and found that the"
    " clock of the scale ran an hour late. "
)


def told(answer, *known):
    return list(review(QUESTION, STORY_RUBRIC, answer, known))


def test_a_pasted_sample_is_told_with_its_name_and_earns_nothing():
    found = told(FULL, SAMPLE)
    copied = next(f for f in found if f.code == "copied_text")
    assert wording(copied, STORY_RUBRIC).title == "This passage also stands in the strong sample"
    assert FULL[copied.evidence.start : copied.evidence.end] == copied.evidence.text
    assert {mark.band for mark in score(STORY_RUBRIC, found).marks} <= {1}


def test_own_words_beside_a_copied_half_still_count():
    half = FULL[: len(FULL) // 2].rsplit(". ", 1)[0] + ". "
    found = told(OWN + half, SAMPLE)
    assert "copied_text" in {f.code for f in found}
    quoted = [f.evidence.text for f in found if f.code == "first_person_action"]
    assert quoted
    assert all("receipts" in text for text in quoted)


def test_a_common_turn_of_phrase_is_not_copied():
    assert "copied_text" not in {f.code for f in told(OWN + OWN.replace("forty", "fifty"), SAMPLE)}
    assert "copied_text" not in {f.code for f in told(SHORT_AND_STRONG, SAMPLE)}


def test_an_earlier_answer_is_told_only_when_hardly_anything_is_new():
    nearly = told(FULL + "That was all.", ("your answer of Monday", FULL))
    assert wording(next(f for f in nearly if f.code == "copied_text"), STORY_RUBRIC).title == (
        "Nearly the same as “your answer of Monday”"
    )
    before = score(STORY_RUBRIC, findings(FULL)).marks
    assert score(STORY_RUBRIC, told(FULL, ("your answer of Monday", FULL))).marks == before
    assert "copied_text" not in {f.code for f in told(OWN + FULL[:300] + OWN.upper(), ("your answer", FULL))}


def test_without_known_texts_nothing_is_copied():
    assert "copied_text" not in codes(FULL)
