"""``greenroom answer``: findings for editors, JSON for programs, codes for scripts."""

import json
import re

from .command import ANSWER, QUESTION, greenroom

KEYS = "engine_version rubric_version scored reason sentences findings criteria next_step timings_ms".split()


def test_each_finding_has_file_line_and_column(used, tmp_path):
    file = tmp_path / "my answer.txt"
    file.write_text(ANSWER)
    said = greenroom(used, "answer", QUESTION, str(file), "--no-keep")
    found = re.findall(rf"^{re.escape(str(file))}:(\d+):(\d+) ([a-z_]+) (.+)$", said.out, re.MULTILINE)
    assert said.code == 0
    assert found
    lines = ANSWER.split("\n")
    for line, column, _, message in found:
        quoted = re.search("“([^“]+?)(?:\\.\\.\\.)?”$", message)  # the last one: a title may quote as well
        if quoted:
            rest = " ".join("\n".join([lines[int(line) - 1][int(column) - 1 :], *lines[int(line) :]]).split())
            assert rest.startswith(quoted[1].rstrip())


def test_the_json_has_the_published_form(used):
    form = json.loads(greenroom(used, "answer", QUESTION, "-", "--json", "--no-keep", given=ANSWER).out)
    assert list(form) == KEYS
    assert form["timings_ms"] is None
    assert {s["label"] for s in form["sentences"]} <= {"situation", "task", "action", "result", "reflection", "other"}


def test_every_span_is_the_evidence(used):
    text = "Wir 🙂 … " + ANSWER
    form = json.loads(greenroom(used, "answer", QUESTION, "-", "--json", "--no-keep", given=text).out)
    spans = [finding for finding in form["findings"] if finding["span"]]
    assert spans
    for finding in spans:
        start, end = finding["span"]
        assert text[start:end] == finding["evidence"]


def test_the_same_answer_gives_the_same_bytes(used, tmp_path):
    file = tmp_path / "answer.txt"
    file.write_bytes(ANSWER.replace("\n", "\r\n").encode())
    first = greenroom(used, "answer", QUESTION, "-", "--json", "--no-keep", given=ANSWER).out
    second = greenroom(tmp_path / "other", "answer", QUESTION, str(file), "--json").out
    assert first == second


def test_timings_are_given_on_demand(used):
    said = greenroom(used, "answer", QUESTION, "-", "--json", "--timings", "--no-keep", given=ANSWER).out
    assert json.loads(said)["timings_ms"]["review"] > 0


def test_an_answer_that_cannot_be_judged_ends_with_1_and_says_why(used):
    said = greenroom(used, "answer", QUESTION, "-", "--json", "--no-keep", given="yes")
    assert said.code == 1
    assert json.loads(said.out)["reason"] == "too_short"


def test_bytes_that_are_no_text_are_no_mistake_of_ours(used, tmp_path):
    file = tmp_path / "image.png"
    file.write_bytes(bytes(range(256)) * 8)
    assert greenroom(used, "answer", QUESTION, str(file), "--no-keep").code in (0, 1)


def test_escape_sequences_do_not_reach_the_terminal(used):
    said = greenroom(used, "answer", QUESTION, "-", "--no-keep", given=ANSWER.replace("I ", "I \x1b[31m\u202e", 3))
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out


def test_an_unknown_question_and_an_unknown_file_are_not_here(used):
    assert greenroom(used, "answer", "complex-technical-problm", "-", given=ANSWER).code == 3
    assert greenroom(used, "answer", QUESTION, "/nowhere/answer.txt").code == 3


def test_an_answer_is_kept_unless_told_otherwise(home):
    greenroom(home, "answer", QUESTION, "-", "--no-keep", given=ANSWER)
    assert json.loads(greenroom(home, "history", "--json").out) == []
    greenroom(home, "answer", QUESTION, "-", given=ANSWER)
    kept = json.loads(greenroom(home, "history", "--json").out)
    assert [(row["question"], row["scored"]) for row in kept] == [(QUESTION, True)]


def test_an_answer_of_one_word_is_counted_as_one(home):
    said = greenroom(home, "answer", QUESTION, "-", given="yes")
    listed = greenroom(home, "history")
    assert "1 word," in said.out
    assert "  1 word  " in listed.out
