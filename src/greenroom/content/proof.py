"""Proof: each question's samples are given to the feedback engine, and must get what the question says they get.

The engine stands on the same floor, so it is an argument: ``review`` finds, ``score`` marks.
"""

from collections.abc import Callable, Iterable, Iterator

from ..codec import Path
from ..core.finding import Finding
from ..core.question import Expectation, Question, Sample
from ..core.rubric import Rubric
from ..core.scorecard import Scorecard
from .document import Document
from .fault import Fault
from .library import Library
from .shelf import Shelf

Review = Callable[[Question, Rubric, str], Iterable[Finding]]
Score = Callable[[Rubric, tuple[Finding, ...]], Scorecard]


def prove(shelf: Shelf, library: Library, review: Review, score: Score) -> Iterator[Fault]:
    """Yield a fault for every expectation that a sample does not meet."""
    samples = {(sample.slugs[0], sample.slugs[-1]): sample.value for sample in shelf.of(Sample)}
    for document in shelf.of(Question):
        question = document.value
        if library.questions.get(question.slug) is not question:
            continue  # it is not served, and another fault says why
        for at, expected in _expectations(question):
            sample = samples.get((document.slugs[0], at[-1]))
            if sample:  # that one is missing is a fault of its own
                rubric = library.rubrics[question.rubric]
                findings = tuple(review(question, rubric, sample.text))
                scorecard = score(rubric, findings)
                yield from _findings(document, at, expected, findings)
                yield from _points(document, at, expected, findings)
                yield from _bands(document, at, expected, scorecard)


def _expectations(question: Question) -> list[tuple[tuple[str, ...], Expectation]]:
    """Pair each expectation with its path below ``proof``, whose last part is the name of its sample."""
    proof = question.proof
    others = [(("others", name), expected) for name, expected in proof.others.items()]
    return [(("strong",), proof.strong), (("weak",), proof.weak), *others]


def _findings(
    document: Document[Question], at: tuple[str, ...], expected: Expectation, findings: tuple[Finding, ...]
) -> Iterator[Fault]:
    codes = {finding.code for finding in findings}
    for position, code in enumerate(expected.finds):
        if code not in codes:
            path: Path = ("proof", *at, "finds", position)
            mend = "put it into the sample, or expect what is there"
            yield document.fault(path, "proof", f"the {at[-1]} sample does not get {code}", mend)
    for position, code in enumerate(expected.never):
        if code in codes:
            path = ("proof", *at, "never", position)
            mend = "mend the sample, or the engine if it is wrong"
            yield document.fault(path, "proof", f"the {at[-1]} sample gets {code}", mend)


def _points(
    document: Document[Question], at: tuple[str, ...], expected: Expectation, findings: tuple[Finding, ...]
) -> Iterator[Fault]:
    covered = {finding.point for finding in findings if finding.code == "point_mentioned"}
    for position, point in enumerate(expected.covers):
        if point not in covered:
            path: Path = ("proof", *at, "covers", position)
            mend = "say it in the sample as people would, add that wording to the rubric, or expect less"
            yield document.fault(path, "proof", f"the {at[-1]} sample does not cover {point}", mend)


def _bands(
    document: Document[Question], at: tuple[str, ...], expected: Expectation, scorecard: Scorecard
) -> Iterator[Fault]:
    if not scorecard.scored:
        message = f"the {at[-1]} sample is not scored ({scorecard.reason})"
        yield document.fault(("proof", *at), "proof", message, "write a sample that is an answer")
        return
    bands = {mark.criterion: mark.band for mark in scorecard.marks}
    for criterion, (low, high) in expected.bands.items():
        band = bands.get(criterion)
        if band is None or not low <= band <= high:
            got = f"band {band}" if band else "no band"
            message = f"the {at[-1]} sample gets {got} on {criterion}, and {low} to {high} is expected"
            mend = "mend the sample, the rubric or the expectation, whichever is wrong"
            yield document.fault(("proof", *at, "bands", criterion), "proof", message, mend)
