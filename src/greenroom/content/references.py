"""What a document refers to, so that nothing in the library points at something that is not there."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..codec import Path
from ..core.exercise import Exercise
from ..core.guide import Company, Competency, Layer, Pair, Role
from ..core.question import InterviewType, Question
from ..core.rubric import Rubric

# How each kind of thing is called, and the file that would hold it.
NAMES: dict[type, tuple[str, str]] = {
    InterviewType: ("interview type", "interview-types.yaml"),
    Competency: ("competency", "competencies/{}.yaml"),
    Company: ("company", "companies/{}.yaml"),
    Role: ("role", "roles/{}.yaml"),
    Question: ("question", "questions/{}/question.yaml"),
    Rubric: ("rubric", "rubrics/{}.yaml"),
}


class Reference(NamedTuple):
    """At ``path``, ``slug`` should name a ``kind``."""

    path: Path
    kind: type
    slug: str


def references(value: Any) -> Iterator[Reference]:
    """Yield every reference of ``value`` to another file."""
    if isinstance(value, Pair):
        yield Reference(("company",), Company, value.company)
        yield Reference(("role",), Role, value.role)
    if isinstance(value, Company | Role | Pair):
        yield from _layer(value.layer)
    elif isinstance(value, Question):
        yield from _question(value)
    elif isinstance(value, Exercise):
        yield from _exercise(value)
    elif isinstance(value, Rubric):
        for position, criterion in enumerate(value.criteria):
            yield Reference(("criteria", position, "competency"), Competency, criterion.competency)


def _question(question: Question) -> Iterator[Reference]:
    yield Reference(("type",), InterviewType, question.type)
    yield Reference(("rubric",), Rubric, question.rubric)
    for position, slug in enumerate(question.competencies):
        yield Reference(("competencies", position), Competency, slug)


def _exercise(exercise: Exercise) -> Iterator[Reference]:
    yield Reference(("question",), Question, exercise.question)
    for position, slug in enumerate(exercise.competencies):
        yield Reference(("competencies", position), Competency, slug)


def _layer(layer: Layer) -> Iterator[Reference]:
    for at, stage in enumerate(layer.stages):
        yield Reference(("layer", "stages", at, "practise"), InterviewType, stage.practise)
        for position, slug in enumerate(stage.roles):
            yield Reference(("layer", "stages", at, "roles", position), Role, slug)
    for at, quality in enumerate(layer.qualities):
        yield Reference(("layer", "qualities", at, "competency"), Competency, quality.competency)
    for at, question in enumerate(layer.questions):
        yield Reference(("layer", "questions", at, "question"), Question, question.question)
    for at, item in enumerate(layer.checklist):
        if item.practise:
            yield Reference(("layer", "checklist", at, "practise"), InterviewType, item.practise)
