"""The voices kept apart for a second sealed test are whole in form and out of reach of everything that is fitted."""

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "training/feedback"))

from data import HERE, KEPT_APART, WRITERS, said  # noqa: E402

VOICES = [voice for some in KEPT_APART.values() for voice in some]
LABELS = sorted((HERE / "labels").glob("*/*.jsonl"))
FIELDS = {"answer_id", "voice", "question", "mode", "sentences", "intended", "sort", "pair"}
SORTS = {"strong", "okay", "short-strong", "thin", "long-empty", "empty", "off-topic", "dishonest"}


def length(row):
    return sum(len(sentence.split()) for sentence in row["sentences"])


@pytest.mark.parametrize("voice", VOICES)
def test_a_voice_has_ten_whole_answers_of_40_to_320_words_to_questions_of_the_library(voice):
    rows = said(voice)
    assert [row["answer_id"] for row in rows] == [f"{voice}-{n:02}" for n in range(1, 11)]
    for row in rows:
        assert set(row) == FIELDS
        assert row["voice"] == voice
        assert (ROOT / "content/questions" / row["question"] / "question.yaml").exists()
        assert 40 <= length(row) <= 320
        assert row["sort"] in SORTS
        assert 1 <= row["intended"] <= 5


@pytest.mark.parametrize("voice", VOICES)
def test_a_voice_has_good_fair_and_poor_answers(voice):
    sorts = Counter(row["sort"] for row in said(voice))
    assert (sorts["strong"], sorts["okay"], sorts["short-strong"]) == (3, 3, 1)
    assert sorts["thin"] + sorts["long-empty"] == 2
    assert sorts["empty"] + sorts["off-topic"] + sorts["dishonest"] == 1


def test_half_of_the_voices_speak_and_speech_has_no_punctuation():
    modes = {voice: {row["mode"] for row in said(voice)} for voice in VOICES}
    assert sorted(mode for found in modes.values() for mode in found) == ["spoken"] * 3 + ["written"] * 3
    spoken = [s for voice in VOICES for row in said(voice) if row["mode"] == "spoken" for s in row["sentences"]]
    assert all(re.fullmatch(r"[a-z' ]+", sentence) for sentence in spoken)


def test_in_each_of_the_six_pairs_the_shorter_answer_is_meant_as_the_better():
    pairs = defaultdict(list)
    for row in (row for voice in VOICES for row in said(voice) if row["pair"]):
        pairs[row["pair"]].append(row)
    assert len(pairs) == 6
    for one, other in pairs.values():
        shorter, longer = sorted((one, other), key=length)
        assert shorter["question"] == longer["question"]
        assert shorter["intended"] > longer["intended"]
        assert length(shorter) * 2 < length(longer)


def test_no_list_that_a_fit_runs_over_holds_them():
    assert not set(VOICES) & {voice for some in WRITERS.values() for voice in some}
    open_to_all = [json.loads(line) for path in HERE.glob("voices/*.jsonl") for line in path.read_text().splitlines()]
    assert len(open_to_all) == 416
    assert not set(VOICES) & {row["voice"] for row in open_to_all}


@pytest.mark.parametrize("path", LABELS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_labels_cover_each_sentence_of_a_voice(path):
    rows = {row["answer_id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}
    for answer in said(path.stem):
        label = rows.pop(answer["answer_id"])
        assert len(label["parts"]) == len(label["kinds"]) == len(answer["sentences"])
        assert all(0 <= place < len(answer["sentences"]) for place in label["doubt"])
    assert rows == {}
