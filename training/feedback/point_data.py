"""What the model of points learns from: each place where a point may have been said, and whether it was.

A bag holds every place of one text for one point. It is true when the point is said somewhere in the text, and the
model that is fitted chooses the place.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinds import DEVELOPMENT, Answer, answers, library

from greenroom.core.rubric import Rubric
from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.points import rows
from greenroom.engines.feedback.review import read
from greenroom.engines.feedback.sentences import Sentence, sentences

DATA = Path(__file__).parent / "data/points"
OTHERS, STEP = 4, 11  # questions whose points are tried on a text of another question, and how far apart they are
TRUST = {"paraphrase": 1.0, "sibling": 0.5, "sample": 0.7, "stranger": 1.0, "elsewhere": 0.2}  # weight of a bag


@dataclass(frozen=True)
class Bag:
    """``source`` names where the text is from, ``sort`` its style or answer, ``question`` its fold."""

    source: str
    question: str
    sort: str
    rows: tuple[tuple[float, ...], ...]
    true: bool


@dataclass(frozen=True)
class Paraphrase:
    """A sentence that says a point in other words; or that only looks so, with the reason as ``style``."""

    question: str
    point: str
    style: str
    text: str
    true: bool


def paraphrases() -> Iterator[Paraphrase]:
    """Read ``paraphrases.txt``."""
    question = ""
    for line in (DATA / "paraphrases.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            question = line[3:]
        elif line and not line.startswith("#"):
            head, _, text = line.partition(": ")
            point, style = head.split()
            yield Paraphrase(question, point.removeprefix("!"), style, text, not point.startswith("!"))


def strangers() -> Iterator[tuple[Answer, frozenset[str], frozenset[str]]]:
    """Answers of the open voices with the points that a reader found in them, and those left open as doubtful."""
    lines = (DATA / "strangers.jsonl").read_text("utf-8").splitlines()
    read_ = {row["answer_id"]: row for row in map(json.loads, lines)}
    for answer in answers(DEVELOPMENT):
        if answer.id in read_:
            row = read_[answer.id]
            yield answer, frozenset(row["covers"]), frozenset(row["unsure"])


def bags() -> list[Bag]:
    """Every bag of all sources."""
    return [*_paraphrased(), *_samples(), *_strange(), *_elsewhere()]


def rubric(slug: str) -> Rubric:
    """The rubric of a question."""
    return library().rubrics[library().questions[slug].rubric]


def heard(slug: str, text: str) -> tuple[Sentence, ...]:
    """The sentences of an answer that count."""
    return read(library().questions[slug], rubric(slug), text).heard


def _places(said: Sequence[Sentence], slug: str) -> list[tuple[tuple[float, ...], ...]]:
    """The features of every place by point, in the rubric's order."""
    every = rubric(slug).points
    found: list[list[tuple[float, ...]]] = [[] for _ in every]
    for across in (False, True):
        for place, features, _, _ in rows(said, every, across):
            found[place].append(features)
    return [tuple(some) for some in found]


def _paraphrased() -> Iterator[Bag]:
    for one in paraphrases():
        for point, some in zip(
            rubric(one.question).points, _places(sentences(plain(one.text)), one.question), strict=True
        ):
            if point.id == one.point:
                yield Bag("paraphrase", one.question, one.style, some, one.true)
            elif one.true:
                yield Bag("sibling", one.question, one.style, some, False)


def _samples() -> Iterator[Bag]:
    """Samples whose proof says what they cover. What it does not name is open, but in weak ones."""
    for slug, samples in sorted(library().samples.items()):
        for sample in samples:
            proof = library().questions[slug].proof.of(sample.name)
            if proof is None:
                continue
            for point, some in zip(rubric(slug).points, _places(heard(slug, sample.text), slug), strict=True):
                if point.id in proof.covers or sample.name.startswith("weak"):
                    yield Bag("sample", slug, sample.name, some, point.id in proof.covers)


def _strange() -> Iterator[Bag]:
    for answer, covers, unsure in strangers():
        said = _places(heard(answer.question, answer.text), answer.question)
        for point, some in zip(rubric(answer.question).points, said, strict=True):
            if point.id not in unsure:
                yield Bag("stranger", answer.question, answer.id, some, point.id in covers)


def _elsewhere() -> Iterator[Bag]:
    """Samples read for the points of other questions, which they hardly ever hold."""
    slugs = sorted(library().samples)
    for n, slug in enumerate(slugs):
        for sample in library().samples[slug]:
            said = heard(slug, sample.text)
            for other in (slugs[(n + STEP * k) % len(slugs)] for k in range(1, OTHERS + 1)):
                for some in _places(said, other):
                    yield Bag("elsewhere", other, slug, some, False)
