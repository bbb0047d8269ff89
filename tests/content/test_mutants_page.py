"""The page of mutation scores is that of the library as it is."""

import re
from functools import cache
from pathlib import Path

from greenroom.content.library import load
from greenroom.core.exercise import Kind
from greenroom.core.sql import Form

ROOT = Path(__file__).parents[2]
LEAST = 0.95


@cache
def rows() -> dict[str, tuple[int, int, int]]:
    """Mutants, killed and listed by slug."""
    page = (ROOT / "docs/mutants.md").read_text("utf-8")
    found = re.findall(r"^\| `([\w-]+)` \| (\d+) \| (\d+) \| (\d+) \|", page, re.MULTILINE)
    return {slug: (int(mutants), int(killed), int(same)) for slug, mutants, killed, same in found}


def test_every_exercise_with_mutants_stands_on_it():
    library = load(ROOT / "content")
    without = (Form.SCHEMA, Form.RACE)
    wanted = {e.slug for e in library.exercises.values() if e.sql is None or e.sql.form not in without}
    assert set(rows()) == wanted


def test_what_is_listed_as_the_same_is_what_the_exercises_list():
    library = load(ROOT / "content")
    for exercise in library.exercises.values():
        if exercise.kind is Kind.SQL and exercise.slug in rows():
            assert rows()[exercise.slug][2] == len(exercise.sql.equivalents), exercise.slug


def test_no_exercise_lets_more_than_one_mutant_in_twenty_pass():
    for slug, (mutants, killed, same) in rows().items():
        assert killed >= LEAST * (mutants - same), slug
