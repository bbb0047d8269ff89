"""``export`` and ``erase``: what is stored can be taken along, taken away, and brought back."""

import json
import stat
import zipfile

import pytest

from .command import ANSWER, QUESTION, greenroom


def kept(home):
    return len(json.loads(greenroom(home, "history", "--json").out))


def test_an_export_holds_the_answers_and_only_its_owner_reads_it(used, tmp_path):
    file = tmp_path / "all.zip"
    assert greenroom(used, "export", str(file)).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with zipfile.ZipFile(file) as archive:
        assert json.loads(archive.read("answers.json"))[0]["text"] == ANSWER


def test_an_export_never_overwrites(used, tmp_path):
    file = tmp_path / "mine.zip"
    file.write_text("mine")
    said = greenroom(used, "export", str(file))
    assert said.code == 4
    assert file.read_text() == "mine"


def test_an_erasure_can_be_taken_back_until_it_is_made_for_good(home):
    greenroom(home, "answer", QUESTION, "-", given=ANSWER)
    assert "1 answer" in greenroom(home, "erase").out
    assert kept(home) == 0
    assert greenroom(home, "erase", "--undo").code == 0
    assert kept(home) == 1
    greenroom(home, "erase", "--now")
    assert kept(home) == 0
    assert greenroom(home, "erase", "--undo").code == 3


@pytest.mark.parametrize("options", [["--now"], []])
def test_deleted_words_are_not_left_in_the_database(home, options):
    greenroom(home, "answer", QUESTION, "-", given=ANSWER)
    greenroom(home, "erase", *options)
    assert all(ANSWER[:60].encode() not in file.read_bytes() for file in home.glob("greenroom.sqlite3*"))
