"""Rules for questions: a proof that could fail, on things that the rubric and the engine know."""

from collections.abc import Iterator

from ...codec import Path
from ...core.question import Expectation, Question
from ...core.rubric import Rubric
from ..codes import CODES
from ..document import Document
from ..fault import Fault
from .ground import Ground

Expected = tuple[Document[Question], Path, Expectation, Rubric]


def _expectations(ground: Ground) -> Iterator[Expected]:
    rubrics = {rubric.value.id: rubric.value for rubric in ground.shelf.of(Rubric)}
    for document in ground.shelf.of(Question):
        rubric = rubrics.get(document.value.rubric)
        if rubric:
            yield document, ("proof", "strong"), document.value.proof.strong, rubric
            yield document, ("proof", "weak"), document.value.proof.weak, rubric
            for name, expected in document.value.proof.others.items():
                yield document, ("proof", "others", name), expected, rubric


def proving(ground: Ground) -> Iterator[Fault]:
    """Each sample is expected to get at least one finding and a band on every criterion."""
    for document, path, expected, rubric in _expectations(ground):
        if not expected.finds:
            mend = "name the findings that this sample must get"
            yield document.fault((*path, "finds"), "no-proof", "expects no finding", mend)
        for criterion in rubric.criteria:
            if criterion.id not in expected.bands:
                mend = f"add {criterion.id} with the lowest and the highest band allowed"
                message = f"expects nothing on the criterion {criterion.id}"
                yield document.fault((*path, "bands"), "no-proof", message, mend)


def known_codes(ground: Ground) -> Iterator[Fault]:
    """Only findings that exist are expected or ruled out, and none is both."""
    for document, path, expected, _ in _expectations(ground):
        for name in ("finds", "never"):
            for position, code in enumerate(getattr(expected, name)):
                if code not in CODES:
                    mend = "see docs/authoring/question.md for the codes"
                    message = f"no finding has the code {code}"
                    yield document.fault((*path, name, position), "unknown-code", message, mend)
        for code in set(expected.finds) & set(expected.never):
            message = f"{code} is both expected and ruled out"
            yield document.fault((*path, "never"), "proof-clash", message, "take it out of one of the two")


def known_points(ground: Ground) -> Iterator[Fault]:
    """Only points of the rubric are to be covered."""
    for document, path, expected, rubric in _expectations(ground):
        points = {point.id for point in rubric.points}
        for position, id in enumerate(expected.covers):
            if id not in points:
                mend = f"write a point of rubrics/{rubric.id}.yaml"
                message = f"the rubric has no point {id}"
                yield document.fault((*path, "covers", position), "unknown-point", message, mend)


def known_bands(ground: Ground) -> Iterator[Fault]:
    """Bands are of criteria of the rubric, from 1 to 5, and leave something out."""
    for document, path, expected, rubric in _expectations(ground):
        criteria = {criterion.id for criterion in rubric.criteria}
        for id, (low, high) in expected.bands.items():
            at = (*path, "bands", id)
            if id not in criteria:
                mend = f"write a criterion of rubrics/{rubric.id}.yaml"
                yield document.fault(at, "unknown-criterion", f"the rubric has no criterion {id}", mend)
            if not 1 <= low <= high <= 5 or (low, high) == (1, 5):
                mend = "write the lowest and the highest band allowed, from 1 to 5, so that something is ruled out"
                yield document.fault(at, "idle-band", f"{low} to {high} proves nothing", mend)


def told_apart(ground: Ground) -> Iterator[Fault]:
    """On at least one criterion, the strong sample must do better than the weak one may."""
    for document in ground.shelf.of(Question):
        strong, weak = document.value.proof.strong.bands, document.value.proof.weak.bands
        if not any(strong[id][0] > weak[id][1] for id in strong.keys() & weak.keys()):
            mend = "raise the lowest band of strong above the highest of weak where they differ most"
            message = "the strong and the weak sample may get the same bands"
            yield document.fault(("proof",), "blunt-proof", message, mend)


def own_levels(ground: Ground) -> Iterator[Fault]:
    """What is expected by level is said for the levels of the question, and for no others."""
    for document in ground.shelf.of(Question):
        levels, said = document.value.levels, document.value.by_level
        for level in said:
            if level not in levels:
                mend = "add it to levels, or take it out here"
                message = f"{level} is not a level of this question"
                yield document.fault(("by_level", level.value), "stray-level", message, mend)


RULES = (proving, known_codes, known_points, known_bands, told_apart, own_levels)
