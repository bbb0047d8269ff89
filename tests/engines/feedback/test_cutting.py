"""Speech without full stops: cut into sentences of a length that people speak in, and nothing lost."""

from itertools import pairwise

from greenroom.engines.feedback.cutting import LEAST, LONGEST, cut
from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.sentences import sentences
from greenroom.engines.feedback.words import words

SPOKEN = (
    "so on monday the import stood still and nobody had noticed since friday evening i was the one on call so i looked"
    " at the queue first and there were about nine thousand rows waiting then i saw that one worker was holding a lock"
    " because its server had been replaced and nothing had told it anyway i killed that one and the rest went through"
    " in twenty minutes and after that we gave every lock an end and it has not happened again in a year"
)


def test_every_word_of_speech_is_kept_in_its_order():
    said = words(SPOKEN)
    assert [word for part in cut(said, SPOKEN) for word in part] == said


def test_no_sentence_of_speech_is_longer_than_people_speak_nor_a_scrap():
    lengths = [len(part) for part in cut(words(SPOKEN), SPOKEN)]
    assert max(lengths) <= LONGEST
    assert min(lengths) >= LEAST


def test_speech_is_cut_where_a_new_thing_begins():
    found = [SPOKEN[s.start : s.end] for s in sentences(plain(SPOKEN))]
    assert len(found) >= 5
    assert any(text.startswith("then i saw that one worker") for text in found)
    assert any(text.startswith("and after that we gave every lock") for text in found)


def test_a_stretch_without_any_turn_is_cut_by_its_length_alone():
    long = "cache " * 500
    lengths = [len(part) for part in cut(words(long), long)]
    assert sum(lengths) == 500
    assert max(lengths) <= LONGEST


def test_sentences_of_speech_do_not_overlap():
    spans = [(s.start, s.end) for s in sentences(plain(SPOKEN))]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_punctuated_text_is_left_to_its_full_stops():
    text = "I looked at the queue first and there were nine thousand rows waiting. Then I saw one worker with a lock."
    assert len(sentences(plain(text))) == 2
