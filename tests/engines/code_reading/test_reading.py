"""The door of the code reading: at most three remarks that point at lines, whatever it is given."""

import pytest

from greenroom.core.concern import Concern
from greenroom.core.language import Language
from greenroom.engines.code_reading import read
from greenroom.engines.code_reading.reading import LONGEST

EVERY = tuple(Concern)
MANY = '''"""A café's till ☕, with many faults."""
import time

seen = {}


def run(rows, basket=[]):
    print(rows)
    try:
        total = float(rows[0])
    except ValueError:
        pass
    list = [time.time()]
    try:
        helper()
    except ValueError:
        pass
    return total


def helper():
    return 1
'''
DEEP = 5_000
BAD = {
    "nothing at all": "",
    "a comment": "# nothing\n",
    "no code of that language": "int main(void) { return 0; }\n",
    "brackets 5,000 deep": "x = " + "(" * DEEP + "1" + ")" * DEEP + "\n",
    "branches 1,000 deep": "".join(" " * n + "if a:\n" for n in range(1000))[: LONGEST - 2000] + "\n",
    "brackets that never close": "[" * 200_000,
    "a sum of 120,000 terms": "x = 1" + "+1" * 120_000 + "\n",
    "200,000 blocks": "{" * 100_000 + "}" * 100_000,
    "a megabyte": "x = [1, 2]\n" * 100_000,
    "a NUL": "x = '\x00'\n",
    "half a character": "x = '\ud800'\n",
    "a line of 200,000 characters": "x = '" + "a" * 200_000 + "'\n",
    "Windows line ends": "def run(a=[]):\r\n    return a\r\n",
}


def test_it_shows_at_most_three_with_what_matters_most_first():
    reading = read(Language.PYTHON, MANY, EVERY)

    assert [remark.finding.rule for remark in reading.remarks] == [
        "mutable-default",
        "state-between-calls",
        "money-in-floats",
    ]


def test_every_remark_quotes_the_source_at_its_offsets_and_names_the_line():
    lines = MANY.splitlines()
    for remark in read(Language.PYTHON, MANY, EVERY).remarks:
        quote = remark.finding.evidence
        assert MANY[quote.start : quote.end] == quote.text != ""
        assert quote.text in lines[remark.line - 1]
        assert all((remark.says, remark.reason, remark.advice))


def test_one_rule_speaks_once_and_one_line_gets_one_remark():
    reading = read(Language.PYTHON, "def f(a=[], b={}):\n    return a, b\n\n\ndef g(c=[]):\n    return c\n")

    assert [(remark.line, remark.finding.rule) for remark in reading.remarks] == [(1, "mutable-default")]


def test_a_sentence_names_the_words_and_the_line_of_the_code():
    branch = "        n += 1\n        note(n)\n"
    text = f"def run(kind, n):\n    if kind == 'a':\n{branch}    else:\n{branch}"
    (remark,) = read(Language.PYTHON, text).remarks

    assert remark.says == "Two neighbouring branches from line 2 on do exactly the same, again on line 6."


def test_rules_for_some_exercises_speak_there_alone():
    text = "def fee(amount):\n    return round(amount * 0.029)\n"

    assert read(Language.PYTHON, text).remarks == ()
    assert [r.finding.rule for r in read(Language.PYTHON, text, [Concern.MONEY]).remarks] == ["money-in-floats"]
    assert read(Language.PYTHON, text).rules < read(Language.PYTHON, text, EVERY).rules


def test_the_same_source_gets_the_same_reading():
    assert read(Language.PYTHON, MANY, EVERY) == read(Language.PYTHON, MANY, tuple(reversed(EVERY)))


def test_clean_code_gets_no_remark_and_is_read():
    reading = read(Language.NODE, "const run = (rows) => rows.length;\nmodule.exports = { run };\n", EVERY)

    assert reading.remarks == ()
    assert reading.unread == ""
    assert reading.rules > 10


def test_the_source_is_never_run(tmp_path):
    mark = tmp_path / "ran"
    read(Language.PYTHON, f"open({str(mark)!r}, 'w').write('ran')\n", EVERY)
    read(Language.NODE, f"require('fs').writeFileSync({str(mark)!r}, 'ran');\n", EVERY)

    assert not mark.exists()


@pytest.mark.parametrize("language", [Language.PYTHON, Language.NODE])
@pytest.mark.parametrize("source", BAD.values(), ids=BAD)
def test_bad_input_gets_a_reading_or_is_said_to_be_unread(source, language):
    reading = read(language, source, EVERY)

    assert len(reading.remarks) <= 3
    assert not (reading.remarks and reading.unread)


def test_five_thousand_brackets_are_read_and_a_megabyte_is_refused_in_words():
    assert read(Language.PYTHON, BAD["brackets 5,000 deep"]).unread == ""
    assert "256 kB" in read(Language.PYTHON, BAD["a megabyte"]).unread
