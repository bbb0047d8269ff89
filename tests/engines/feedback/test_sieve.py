"""The sieve spares searches and loses no match: its table comes from the patterns and holds on all texts we have."""

import json
import re
import sys
from pathlib import Path

import pytest

from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.sentences import sentences
from greenroom.engines.feedback.sieve import passed, sieve

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "training/feedback"))

from sieve import WRITTEN, needs, page, patterns  # noqa: E402


def texts():
    data = ROOT / "training/feedback/data"
    for line in (data / "star_sentences.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["sentence"]
    for path in sorted((data / "voices").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield " ".join(json.loads(line)["sentences"])


def test_the_table_in_the_package_is_what_the_patterns_say():
    assert WRITTEN.read_text("utf-8") == page()


def test_a_pattern_that_matches_a_sentence_is_never_sifted_out():
    compiled = {name: re.compile(pattern) for name, pattern in patterns().items()}
    matches = 0
    for text in texts():
        copy = plain(text)
        for sentence in sentences(copy):
            for name, pattern in compiled.items():
                if pattern.search(copy.low, sentence.start, sentence.end):
                    matches += 1
                    assert sentence.may(name), (name, text)
    assert matches > 10_000


def test_most_patterns_are_sifted_out_of_an_ordinary_sentence():
    copy = plain("On Mondays the office is open from eight, and coffee is free for everybody who comes early.")
    (sentence,) = sentences(copy)
    assert sentence.passed.bit_count() < len(sieve().bits) / 4


@pytest.mark.parametrize(
    "pattern,expected",
    [
        (r"\bturned out\b", {"turned"}),
        (r"\b(?:i|we) (?:found|saw) it\b", {"found", "saw"}),
        (r"\blearn\w*", {"learn*"}),
        (r"\w+ing\b", {"*ing"}),
        (r"\bdidn't\b", {"didn"}),
        (r"(?:quite )?\d+ of \d", {"of"}),
        (r"\b(?:four|eight)(?: weeks)?\b", {"four", "eight"}),
        (r"\bno(?:thing)?x", {"*x*"}),
        (r"\d+ ?%|\bpercent\b", None),
        (r"[a-z]+_[a-z]+", None),
    ],
)
def test_the_words_that_a_pattern_cannot_do_without_are_read_from_it(pattern, expected):
    assert needs(pattern) == expected


def test_a_word_of_a_whole_page_is_sifted_as_well():
    assert passed(["a" * 20_000]) >= sieve().always
