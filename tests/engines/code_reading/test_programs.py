"""Programs in other styles: every remark on them was read and judged, and the documents say how many hold."""

import json
import re
from pathlib import Path

import pytest

from greenroom.core.concern import Concern
from greenroom.core.language import Language
from greenroom.engines.code_reading import read

HERE = Path(__file__).parent
PAGE = (HERE.parents[2] / "docs" / "code-reading.md").read_text()
JUDGED = json.loads((HERE / "judged.json").read_text())
LATER = "later_"  # written when the rules stood, and not looked at before


def concerns(text: str) -> list[Concern]:
    """Return the concerns that the first line of a program names."""
    return [Concern(name) for name in re.split(r",\s*", text.splitlines()[0].partition("concerns: ")[2])]


def test_every_program_is_judged():
    assert set(JUDGED) == {path.name for path in (HERE / "programs").iterdir() if path.is_file()}


@pytest.mark.parametrize("name", JUDGED)
def test_a_program_gets_the_remarks_that_were_judged_and_no_other(name):
    text = (HERE / "programs" / name).read_text()

    reading = read(Language.of(name), text, concerns(text))

    assert reading.unread == ""
    assert [(remark.finding.rule, remark.line) for remark in reading.remarks] == [
        (judged["rule"], judged["line"]) for judged in JUDGED[name]
    ]


@pytest.mark.parametrize("kind, of", [("first", False), ("later", True)])
def test_the_documents_say_how_many_remarks_hold(kind, of):
    judged = {name: remarks for name, remarks in JUDGED.items() if name.startswith(LATER) is of}
    all = [remark for remarks in judged.values() for remark in remarks]
    right = sum(not remark["wrong"] for remark in all)

    row = re.search(rf"^\| {kind} \| (\d+) \| (\d+) \| (\d+) \|", PAGE, re.MULTILINE)
    assert tuple(map(int, row.groups())) == (len(judged), len(all), right)
