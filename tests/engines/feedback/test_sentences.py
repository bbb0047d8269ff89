"""Where an answer is cut."""

import pytest

from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.sentences import LONG, sentences


def cut(text: str) -> list[str]:
    made = plain(text)
    return [made.quote(s.start, s.end).text for s in sentences(made)]


@pytest.mark.parametrize(
    "text,count",
    [
        ("I ran it. It failed.", 2),
        ("It took 3.5 seconds on v2.1 of the app. Then it failed.", 2),
        ("We used tools, e.g. a profiler, i.e. py-spy. It helped.", 2),
        ("Dr. Weber called at 9 a.m. on Monday.", 1),
        ("Did it work? No! It failed.", 3),
        ("Well... it failed.", 1),
        ("- I read the log\n- I moved the job\n- I wrote a test", 3),
        ("1. I read the log\n2. I moved the job", 2),
        ("Situation: the import was slow\nAction: I moved the job", 2),
        ("First part of the story\n\nSecond part of the story", 2),
        ("I read the log of the whole night and compared it with the list of\nthe bank. It failed.", 2),
        ("I fixed it.Then it ran.", 2),
        ("", 0),
        ("... !!! ...", 0),
    ],
)
def test_it_finds_so_many_sentences(text, count):
    assert len(cut(text)) == count


def test_speech_without_full_stops_is_cut_at_its_turns():
    spoken = (
        "so we had this ticket shop and it fell over every friday and then i looked at the logs of the week and i"
        " saw that the lock "
        "was too short so i made it longer and then i wrote a test for it and after that nobody called us on"
        " fridays any more"
    )
    found = cut(spoken)
    assert len(found) >= 4
    assert " ".join(found) == spoken


def test_no_sentence_is_endless():
    made = plain("word " * 4000)
    assert max(len(s.words) for s in sentences(made)) <= LONG + 20


def test_bullets_are_not_part_of_the_quote():
    assert cut("* I read the log") == ["I read the log"]
