"""One answer measured: what ``review`` says of it beside what its reader said."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from data import Labelled
from library import asked

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding
from greenroom.core.rubric import EvidenceKind, Need, Part
from greenroom.core.scorecard import SURE, score
from greenroom.engines.feedback import review
from greenroom.engines.feedback.parts import PARTS, STORY_PARTS

NAMES = [part.value for part in PARTS]
EVIDENCE = frozenset(kind.value for kind in EvidenceKind)


@dataclass
class Measured:
    """``told`` holds parts called missing with whether they were asked; ``deleted`` the same after a part was deleted.

    ``hits`` lists code, sentence and confidence of what was found on words; ``tally`` counts codes said and right.
    """

    answer: Labelled
    scored: bool
    band: float
    parts: list[str]
    told: dict[str, bool] = field(default_factory=dict)
    wanted: dict[str, Need] = field(default_factory=dict)
    deleted: dict[str, bool] = field(default_factory=dict)
    hits: list[tuple[str, int, float]] = field(default_factory=list)
    colours: list[tuple[float, bool]] = field(default_factory=list)
    tally: Counter[tuple[str, bool]] = field(default_factory=Counter)

    @property
    def codes(self) -> set[str]:
        """Codes that can be held against the reader's labels."""
        return {code for code, _ in self.tally}

    def said(self, code: str) -> int:
        """Times that a code was said."""
        return self.tally[code, True] + self.tally[code, False]

    def right(self, code: str) -> int:
        """Times that it was right."""
        return self.tally[code, True]

    def kind(self, kind: str, stated: bool) -> tuple[int, int, int]:
        """Sentences found, found rightly, and marked by the reader; ``stated`` leaves out what is only noted."""
        found = {i for code, i, sure in self.hits if code == kind and (sure >= SURE or not stated)}
        true = {i for i, kinds in enumerate(self.answer.kinds or ()) if kind in kinds}
        return len(found), len(found & true), len(true)


def judged(answer: Labelled) -> Measured:
    """Review an answer, and its copies with one part deleted."""
    question, rubric = asked(answer.question)
    found = list(review(question, rubric, answer.text))
    card = score(rubric, found)
    band = sum(m.band for m in card.marks) / len(card.marks) if card.scored else 0.5
    made = Measured(answer, card.scored, band, ["other"] * len(answer.texts))
    made.wanted = {p.value: rubric.expects.need(p) for p in STORY_PARTS if rubric.expects.need(p) is not Need.OFF}
    _words(made, found)
    if card.scored:
        made.told = _told(found)
        for part, _ in made.told.items():
            made.tally[f"missing_{part}", answer.lacks(part)] += 1
        _delete(made)
    return made


def _told(found: list[Finding]) -> dict[str, bool]:
    return {f.code.removeprefix("missing_"): f.asks for f in found if f.code.startswith("missing_")}


def _words(made: Measured, found: list[Finding]) -> None:
    """Lay quotes over the reader's sentences: a quote belongs to the sentence that holds most of it."""
    starts = np.cumsum([0, *(len(t) + 1 for t in made.answer.texts)])
    best = [0] * len(made.answer.texts)
    for f in found:
        if not isinstance(f.evidence, Quote):
            continue
        span = f.evidence.start, f.evidence.end
        shared = [min(span[1], int(b) - 1) - max(span[0], int(a)) for a, b in pairwise(starts)]
        i = int(np.argmax(shared))
        if f.code in EVIDENCE and (f.code, i) not in {(c, at) for c, at, _ in made.hits}:
            made.hits.append((f.code, i, f.confidence))
            made.tally[f.code, f.code in (made.answer.kinds or ())[i]] += 1
        if f.code.startswith("part_"):
            name = Part(f.code.removeprefix("part_")).value
            for k, size in enumerate(shared):
                if size > best[k]:
                    best[k], made.parts[k] = size, name
            made.colours.append((f.confidence, made.answer.labels[i] == name))
            made.tally[f.code, made.answer.labels[i] == name] += 1


def _delete(made: Measured) -> None:
    question, rubric = asked(made.answer.question)
    for part in made.wanted:
        if made.answer.lacks(part) or part not in made.answer.labels:
            continue
        rest = made.answer.without(part)
        found = list(review(question, rubric, rest.text))
        if rest.sentences and score(rubric, found).scored:
            made.deleted[part] = part in _told(found)
