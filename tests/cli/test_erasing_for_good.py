"""``greenroom erase --now``: no word stays in the files, whoever else has the database open."""

import sqlite3

from .command import greenroom

ANSWER = (
    "I moved the nightly export to pages of 5,000 rows and it fell from 40 minutes to 3. ZEBRASECRET was its name. " * 2
)


def test_no_erased_word_stays_in_any_file_of_the_home(tmp_path):
    home = tmp_path / "home"
    answer = tmp_path / "answer.txt"
    answer.write_text(ANSWER)
    greenroom(home, "answer", "slow-query", str(answer))
    other = sqlite3.connect(home / "greenroom.sqlite3")
    other.execute("SELECT count(*) FROM records_answer").fetchone()  # as a running server has it open
    assert any(b"ZEBRASECRET" in file.read_bytes() for file in home.rglob("*") if file.is_file())
    done = greenroom(home, "erase", "--now")
    assert done.code == 0, done.err
    assert [file.name for file in home.rglob("*") if file.is_file() and b"ZEBRASECRET" in file.read_bytes()] == []
    other.close()
