"""Rules for rubrics: enough to go by, and every anchor within reach."""

from collections.abc import Iterator

from ...codec import Path
from ...core.question import Question
from ...core.rubric import Criterion, Rubric
from ..document import Document
from ..fault import Fault
from .ground import Ground

FEWEST_WORDINGS = 4
FEWEST_KINDS = 3
WORDS = range(2, 8)  # of a wording; core/rubric.py says why


def _criteria(ground: Ground) -> Iterator[tuple[Document[Rubric], Path, Criterion]]:
    for document in ground.shelf.of(Rubric):
        for position, criterion in enumerate(document.value.criteria):
            yield document, ("criteria", position), criterion


def worded(ground: Ground) -> Iterator[Fault]:
    """A point is said in at least four ways, and an interviewer asks for it when it is missing."""
    for document in ground.shelf.of(Rubric):
        for position, point in enumerate(document.value.points):
            path: Path = ("points", position)
            if len({wording.casefold() for wording in point.said}) < FEWEST_WORDINGS:
                mend = f"write at least {FEWEST_WORDINGS} different ways in which people say it"
                message = f"the point {point.id} has too few wordings"
                yield document.fault((*path, "said"), "few-wordings", message, mend)
            if not point.follow_up.strip():
                mend = "write what an interviewer asks when it is missing"
                yield document.fault((*path, "follow_up"), "no-follow-up", "asks nothing", mend)


def short_wordings(ground: Ground) -> Iterator[Fault]:
    """A wording is a short phrase: one word matches too much, a sentence too little."""
    mend = f"write {WORDS.start} to {WORDS.stop - 1} words, as people say them"
    for document in ground.shelf.of(Rubric):
        for at, point in enumerate(document.value.points):
            for position, wording in enumerate(point.said):
                if len(wording.split()) not in WORDS:
                    path = ("points", at, "said", position)
                    yield document.fault(path, "wording-length", f"{wording!r} is too short or too long", mend)


def enough_evidence(ground: Ground) -> Iterator[Fault]:
    """A criterion rests on at least three kinds of evidence and points."""
    for document, path, criterion in _criteria(ground):
        if _countable(criterion) < FEWEST_KINDS:
            mend = f"list at least {FEWEST_KINDS} different kinds of evidence or points"
            yield document.fault(path, "thin-criterion", f"{criterion.id} has little to go by", mend)


def reachable(ground: Ground) -> Iterator[Fault]:
    """Each anchor can be reached with what the criterion counts, and five asks for more than three."""
    for document, path, criterion in _criteria(ground):
        three, five = criterion.anchors.three.needs, criterion.anchors.five.needs
        at = (*path, "anchors")
        if criterion.anchors.one.needs != 0:
            yield document.fault((*at, "one", "needs"), "anchor-needs", "band 1 needs nothing", "take needs out")
        if not 1 <= three < five:
            mend = "let three need at least 1, and five more than three"
            yield document.fault(at, "anchor-needs", f"three needs {three} and five needs {five}", mend)
        if five > _countable(criterion):
            mend = f"ask for at most {_countable(criterion)}, or list more evidence or points"
            yield document.fault((*at, "five", "needs"), "unreachable-anchor", f"nothing can reach {five}", mend)
        if len(set(criterion.evidence)) < 2:
            mend = "list at least two kinds of evidence; points alone never reach band 4"
            message = f"{criterion.id} cannot reach its fifth anchor"
            yield document.fault((*path, "evidence"), "unreachable-anchor", message, mend)


def _countable(criterion: Criterion) -> int:
    return len(set(criterion.evidence)) + len(set(criterion.points))


def own_points(ground: Ground) -> Iterator[Fault]:
    """Criteria count points of their own rubric, and every point counts somewhere."""
    for document in ground.shelf.of(Rubric):
        points = {point.id for point in document.value.points}
        counted = {id for criterion in document.value.criteria for id in criterion.points}
        for at, criterion in enumerate(document.value.criteria):
            for position, id in enumerate(criterion.points):
                if id not in points:
                    path: Path = ("criteria", at, "points", position)
                    mend = "write the id of a point below, or add the point"
                    yield document.fault(path, "unknown-point", f"the rubric has no point {id}", mend)
        for position, point in enumerate(document.value.points):
            if point.id not in counted:
                mend = "list it under points of the criterion that it speaks to"
                yield document.fault(("points", position, "id"), "idle-point", f"{point.id} counts nowhere", mend)


def sane_numbers(ground: Ground) -> Iterator[Fault]:
    """Lengths rise, weights count, and an answer can hold as many topic words as are asked for."""
    for document in ground.shelf.of(Rubric):
        (low, high), most = document.value.length_words.ok, document.value.length_words.hard_max
        if not 0 < low < high < most:
            mend = "let the range rise, and hard_max lie above it"
            yield document.fault(("length_words",), "length", f"{low}, {high} and {most} do not rise", mend)
        if not 0 <= document.value.topic_min <= len(set(document.value.topic_terms)):
            mend = "ask for at most as many as topic_terms has, or 0"
            yield document.fault(("topic_min",), "topic-min", f"{document.value.topic_min} cannot be met", mend)
    for document, path, criterion in _criteria(ground):
        if criterion.weight < 1:
            yield document.fault((*path, "weight"), "weight", "counts nothing", "write 1 or more")


def asked(ground: Ground) -> Iterator[Fault]:
    """Every rubric belongs to a question."""
    wanted = {question.value.rubric for question in ground.shelf.of(Question)}
    for document in ground.shelf.of(Rubric):
        if document.value.id not in wanted:
            mend = "name it in a question, or take it out"
            yield document.fault(("id",), "unused-rubric", "no question uses this rubric", mend)


RULES = (worded, short_wordings, enough_evidence, reachable, own_points, sane_numbers, asked)
