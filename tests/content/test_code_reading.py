"""The references of the exercises, read by the rules: what is shown as a model gets no remark."""

import pytest

from greenroom.content.exercises import names, read_exercise
from greenroom.core.language import CODE
from greenroom.engines.code_reading import read

from .examples import DOCS

CONTENT = DOCS.parents[1] / "content"


@pytest.mark.parametrize("slug", names(CONTENT))
def test_a_reference_gets_no_remark_in_either_language(slug):
    document, _ = read_exercise(CONTENT, slug)
    exercise = document.value

    for language in CODE:
        reading = read(language, exercise.reference[language], exercise.concerns)
        told = [f"line {remark.line}: {remark.says}" for remark in reading.remarks]
        assert (reading.unread, told) == ("", [])
