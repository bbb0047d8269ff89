"""Rules for names: what a file says it is fits where it lies, and no name is taken twice."""

from collections.abc import Iterator
from typing import Any

from ...codec import Path
from ...core.exercise import Exercise
from ...core.guide import Company, Competency, Pair, Role
from ...core.question import InterviewType, Question, Sample
from ...core.rubric import Rubric
from ..document import Document
from ..fault import Fault
from ..layout import SLUG
from .ground import Ground, layered

SAMPLES = ("strong", "weak")


def placed(ground: Ground) -> Iterator[Fault]:
    """The slug in a file is the name of its file or folder."""
    for document in ground.shelf.documents:
        for name, wanted in _wanted(document):
            said = getattr(document.value, name)
            if said != wanted:
                mend = f"write {wanted}, or rename the file"
                message = f"is {said!r}, but the path says {wanted!r}"
                yield document.fault((name,), "misplaced", message, mend)


def _wanted(document: Document[Any]) -> Iterator[tuple[str, str]]:
    if isinstance(document.value, Competency | Company | Role | Question):
        yield "slug", document.slugs[0]
    elif isinstance(document.value, Exercise):
        yield "slug", document.slugs[1]
    elif isinstance(document.value, Rubric):
        yield "id", document.slugs[0]
    elif isinstance(document.value, Sample) and document.slugs[-1] in SAMPLES:
        yield "name", document.slugs[-1]
    elif isinstance(document.value, Pair):
        yield "company", document.slugs[0]
        yield "role", document.slugs[1]


def spelled(ground: Ground) -> Iterator[Fault]:
    """Slugs and ids are small letters, digits and single hyphens, as they stand in addresses."""
    mend = "use small letters, digits and single hyphens"
    for document in ground.shelf.documents:
        for name in ("slug", "id"):
            said = getattr(document.value, name, None)
            if said is not None and not SLUG.fullmatch(said):
                yield document.fault((name,), "slug-form", f"{said!r} cannot stand in an address", mend)


def unique(ground: Ground) -> Iterator[Fault]:
    """No two files of a kind have the same slug, and no two of any kind the same id."""
    for name in ("id", "slug"):
        met: dict[object, str] = {}
        for document in ground.shelf.documents:
            said = getattr(document.value, name, None)
            kind = type(document.value) if name == "slug" or isinstance(document.value, Rubric | Exercise) else None
            if said is not None and met.setdefault((kind, said), document.file + str(document.base)) != (
                document.file + str(document.base)
            ):
                message = f"{said} is also the {name} in {met[kind, said].rsplit('(')[0]}"
                yield document.fault((name,), f"duplicate-{name}", message, f"choose another {name} for the newer one")


def unique_inside(ground: Ground) -> Iterator[Fault]:
    """Inside a file, nothing that is merged or marked by its name has the name of another."""
    for document in ground.shelf.documents:
        for path, field in _lists(document.value):
            met: set[str] = set()
            items = document.value
            for step in path:
                items = getattr(items, str(step))
            for position, item in enumerate(items):
                said = getattr(item, field)
                if said in met:
                    message = f"{said} is there twice in {path[-1]}"
                    yield document.fault(
                        (*path, position, field), "duplicate-id", message, "rename or merge one of them"
                    )
                met.add(said)


def _lists(value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Company | Role | Pair):
        yield ("layer", "stages"), "id"
        yield ("layer", "checklist"), "id"
        yield ("layer", "qualities"), "competency"
        yield ("layer", "questions"), "question"
    elif isinstance(value, Rubric):
        yield ("criteria",), "id"
        yield ("points",), "id"


def sampled(ground: Ground) -> Iterator[Fault]:
    """Each question has a strong and a weak sample, and every other sample beside it is expected to prove something."""
    there = {(d.slugs[0], d.slugs[-1]) for d in ground.shelf.of(Sample)}
    expected: dict[str, set[str]] = {}
    for question in ground.shelf.of(Question):
        others = question.value.proof.others
        expected[question.slugs[0]] = {*SAMPLES, *others}
        for name in (*SAMPLES, *others):
            file = f"questions/{question.slugs[0]}/samples/{name}.md"
            if (question.slugs[0], name) not in there and file not in ground.shelf.broken:
                yield question.fault((), "no-sample", f"has no {name} sample", f"write {file}")
        for name in others:
            if not name.startswith(("strong-", "weak-")):
                mend = "call it strong-LEVEL or weak-LEVEL"
                yield question.fault(("proof", "others", name), "sample-name", f"calls a sample {name!r}", mend)
    for sample in ground.shelf.of(Sample):
        if sample.slugs[-1] not in expected.get(sample.slugs[0], {sample.slugs[-1]}):
            mend = "add what it must get to proof.others of its question, or take it out"
            yield sample.fault((), "stray-sample", "is a sample of which nothing is expected", mend)


def probed(ground: Ground) -> Iterator[Fault]:
    """A quality is probed in stages that a guide with this file has."""
    stages = {d.file: {s.id for s in d.value.layer.stages} for d in layered(ground.shelf)}
    everywhere = set().union(*stages.values())
    for document in layered(ground.shelf):
        there = everywhere
        if isinstance(document.value, Pair | Company):
            company = document.value.company if isinstance(document.value, Pair) else document.value.slug
            there = _stages_of(company, stages)
        for at, quality in enumerate(document.value.layer.qualities):
            for position, id in enumerate(quality.probed):
                if id not in there:
                    path = ("layer", "qualities", at, "probed", position)
                    mend = "write the id of a stage of this company"
                    yield document.fault(path, "unknown-stage", f"there is no stage {id!r}", mend)


def _stages_of(company: str, stages: dict[str, set[str]]) -> set[str]:
    ours = (f"companies/{company}.", f"guides/{company}/", "roles/")
    return set().union(*(ids for file, ids in stages.items() if file.startswith(ours)))


def listed(ground: Ground) -> Iterator[Fault]:
    """There are interview types to choose from, and each has a question."""
    asked = {question.value.type for question in ground.shelf.of(Question)}
    for document in ground.shelf.of(InterviewType):
        if document.value.slug not in asked:
            mend = "write a question of this type, or take the type out"
            yield document.fault(("slug",), "empty-type", "no question is of this type", mend)


RULES = (placed, spelled, unique, unique_inside, sampled, probed, listed)
