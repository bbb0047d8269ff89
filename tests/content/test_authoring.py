"""The authoring pages: every field and rule stands there, and their examples are true."""

import re
from dataclasses import fields

import pytest

from greenroom.content.codes import CODES
from greenroom.content.layout import KINDS
from greenroom.core import attack, exercise, guide, question, race, rubric, source, sql
from greenroom.core.rubric import EvidenceKind

from .examples import DOCS

FACTS = [
    (question.InterviewType, "interview-type"),
    (guide.Competency, "competency"),
    (guide.Company, "company"),
    (guide.Role, "role"),
    (guide.Pair, "guide"),
    *((fact, "layer") for fact in (guide.Layer, guide.Passage, source.Source, guide.Stage, guide.LevelNote)),
    *((fact, "layer") for fact in (guide.Quality, guide.GuideQuestion, guide.Pay, guide.CheckItem, guide.Faq)),
    (guide.Apply, "layer"),
    *((fact, "question") for fact in (question.Question, question.Proof, question.Expectation)),
    (question.Sample, "sample"),
    *((fact, "rubric") for fact in (rubric.Rubric, rubric.Expects, rubric.Length, rubric.Criterion)),
    *((fact, "exercise") for fact in (exercise.Exercise, exercise.Part, exercise.Hints, exercise.Growth)),
    *((fact, "exercise") for fact in (exercise.Wrong, exercise.Survivor, exercise.Fact)),
    *((fact, "sql") for fact in (sql.Sql, sql.SameMutant, sql.Schema)),
    *((fact, "sql") for fact in (attack.Attack, race.Invariant)),
    *((fact, "sql-index") for fact in (sql.BigRows, sql.Workload, sql.WriteLoad)),
    *((fact, "rubric") for fact in (rubric.Anchors, rubric.Anchor, rubric.Point)),
]


def section(page: str, title: str) -> str:
    text = (DOCS / f"{page}.md").read_text()
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"{page}.md has no section {title}"
    return found[1]


@pytest.mark.parametrize("fact, page", FACTS, ids=lambda value: getattr(value, "__name__", value))
def test_every_field_of_a_fact_is_documented_and_no_other(fact, page):
    rows = re.findall(r"^\| (`[^|]*`) \|", section(page, fact.__name__), re.MULTILINE)
    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row)}

    assert documented == {field.name for field in fields(fact)}


def test_every_fact_of_a_content_file_is_on_a_page():
    assert set(KINDS.values()) <= {fact for fact, _ in FACTS}


def test_every_finding_code_is_on_the_page_of_questions_or_rubrics():
    evidence = {kind.value for kind in EvidenceKind}
    on_question = set(re.findall(r"`(\w+)`", section("question", "The codes")))
    on_rubric = set(re.findall(r"`(\w+)`", section("rubric", "Kinds of evidence")))

    assert on_rubric == evidence
    assert on_question == CODES - evidence


def test_the_examples_make_a_library_without_a_fault(room):
    assert room.faults() == []


def test_the_examples_hold_one_of_each_kind(room):
    library = room.load()

    assert [kind.slug for kind in library.interview_types] == ["behavioural"]
    assert list(library.companies) == ["northwind-ferries"]
    assert list(library.pairs) == [("northwind-ferries", "backend-developer")]
    assert [sample.name for sample in library.samples["an-outage-you-handled"]] == ["strong", "weak"]
    assert list(library.exercises) == [
        "cabins-under-attack", "last-seats", "seats-left", "seats-on-a-ferry", "tickets-at-the-gate",
    ]  # fmt: skip
    assert library.samples["an-outage-you-handled"][1].text.startswith("We had problems")
