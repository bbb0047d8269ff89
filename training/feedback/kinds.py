"""Measure the evidence detectors and the guards on answers in other voices, by sentence.

    python training/feedback/kinds.py            # the voices that may be read
    python training/feedback/kinds.py --sealed   # the voices kept apart, for a final figure

A detector is right about a sentence when the reader who labelled it gave it that kind.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from greenroom.content.library import Library, load
from greenroom.core.rubric import EvidenceKind, Part
from greenroom.core.scorecard import GUARD_SEVERITY, GUARDS, SURE
from greenroom.engines.feedback import review
from greenroom.engines.feedback.evidence import find
from greenroom.engines.feedback.guards import guards
from greenroom.engines.feedback.parts import judge
from greenroom.engines.feedback.reading import Reading
from greenroom.engines.feedback.review import read

DATA = Path(__file__).parent / "data"
CONTENT = Path(__file__).parents[2] / "content"
DEVELOPMENT = {"reader-b": ("ada-bootcamp", "cole-staff", "moira-support", "tomek-data"),
               "reader-a": ("priya-sre", "joost-manager", "sinead-nurse", "rafael-qa"),
               "reader-c": ("dieter-cobol", "brandon-founder", "wanjiku-selftaught", "kenji-modest")}  # fmt: skip
SEALED = {"reader-d": ("lin-graduate", "baz-contractor", "noa-security", "elise-returner")}


@dataclass(frozen=True)
class Answer:
    """One answer of a voice with the kinds a reader gave to each sentence."""

    id: str
    voice: str
    question: str
    sort: str
    texts: tuple[str, ...]
    parts: tuple[str, ...]
    kinds: tuple[frozenset[str], ...]

    @property
    def text(self) -> str:
        """The answer as it was typed or said."""
        return " ".join(self.texts)

    def place(self, start: int, end: int) -> int:
        """Index of the sentence that holds most of a span of ``text``."""
        best, at, index = 0, 0, 0
        for i, text in enumerate(self.texts):
            shared = min(end, at + len(text)) - max(start, at)
            if shared > best:
                best, index = shared, i
            at += len(text) + 1
        return index


@dataclass(frozen=True)
class Tally:
    """How often something was found, found rightly, and there to be found."""

    found: int
    right: int
    there: int

    @property
    def precision(self) -> float | None:
        """Share of what was found that was right; None when nothing was."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of what was there that was found; None when nothing was there."""
        return self.right / self.there if self.there else None


def answers(of: dict[str, tuple[str, ...]]) -> Iterator[Answer]:
    """Read the answers of some voices with the labels of their reader."""
    for reader, voices in of.items():
        for voice in voices:
            said = [json.loads(line) for line in (DATA / "voices" / f"{voice}.jsonl").read_text("utf-8").splitlines()]
            lines = (DATA / "labels" / reader / f"{voice}.jsonl").read_text("utf-8").splitlines()
            given = {row["answer_id"]: row for row in map(json.loads, lines)}
            for row in said:
                marks = given[row["answer_id"]]
                kinds = tuple(frozenset(k) for k in marks["kinds"])
                yield Answer(row["answer_id"], voice, row["question"], row["sort"], tuple(row["sentences"]),
                             tuple(marks["parts"]), kinds)  # fmt: skip


@cache
def library() -> Library:
    """The library of this checkout."""
    return load(CONTENT)


def reading_of(answer: Answer) -> Reading:
    """The answer as the detectors see it, with its parts labelled."""
    question = library().questions[answer.question]
    return labelled(read(question, library().rubrics[question.rubric], answer.text))


def labelled(reading: Reading) -> Reading:
    """The same reading after the parts were labelled."""
    said = judge(reading.sentences, reading.text.low, reading.rubric.kind.value)
    return replace(reading, labels=said.labels, presence=said.presence, effects=said.effects)


def found(answer: Answer, sure: float = 0.0) -> set[tuple[int, str]]:
    """Sentence and kind of what the detectors find with that confidence; nothing where a guard stops the review."""
    reading = reading_of(answer)
    if any(guards(reading)):
        return set()
    places = set()
    for kind, seen in find(reading):
        if seen.confidence >= sure:
            quote = reading.text.quote(seen.sentence.start, seen.sentence.end)
            places.add((answer.place(quote.start, quote.end), kind.value))
    return places


def by_kind(some: Iterable[Answer], sure: float = 0.0) -> dict[str, Tally]:
    """Count for each kind of evidence, by sentence, what is found with at least that confidence."""
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for answer in some:
        there.update(kind for kinds in answer.kinds for kind in kinds)
        for i, kind in found(answer, sure):
            said[kind] += 1
            right[kind] += kind in answer.kinds[i]
    return {k.value: Tally(said[k.value], right[k.value], there[k.value]) for k in EvidenceKind}


def by_guard(some: Iterable[Answer]) -> dict[str, Tally]:
    """Count for each guard. It is right on an answer that its reader gave no kind and no part of a story at all."""
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    nothing = 0
    for answer in some:
        hollow = not any(answer.kinds) and set(answer.parts) <= {Part.OTHER.value}
        nothing += hollow
        question = library().questions[answer.question]
        for finding in review(question, library().rubrics[question.rubric], answer.text):
            if finding.code in GUARDS and finding.severity >= GUARD_SEVERITY:
                said[finding.code] += 1
                right[finding.code] += hollow
    return {code: Tally(said[code], right[code], nothing) for code in sorted(GUARDS)}


def table(tallies: dict[str, Tally]) -> list[str]:
    """Rows of a Markdown table: name, precision, recall, with counts."""
    return [f"| {name} | {_share(t.right, t.found)} | {_share(t.right, t.there)} |" for name, t in tallies.items()]


def _share(n: int, of: int) -> str:
    return f"{n / of:.2f} ({n}/{of})" if of else "- (0)"


def main(sealed: bool) -> None:
    """Print precision and recall for each kind and each guard."""
    some = list(answers(SEALED if sealed else DEVELOPMENT))
    lines = ["| kind, stated | precision | recall |", "|---|---|---|", *table(by_kind(some, SURE))]
    lines += ["", "| kind, stated or noted | precision | recall |", "|---|---|---|", *table(by_kind(some))]
    lines += ["", "| guard | right when it spoke | share of answers without any evidence |", "|---|---|---|"]
    print("\n".join([*lines, *table(by_guard(some))]))


if __name__ == "__main__":
    main("--sealed" in sys.argv[1:])
