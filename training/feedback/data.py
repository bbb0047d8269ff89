"""Labelled answers as the engine reads them: one ``Sentence`` for each labelled sentence."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from greenroom.core.rubric import RubricKind
from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.sentences import Sentence, sentence
from greenroom.engines.feedback.words import words

HERE = Path(__file__).parent / "data"
CORPUS = (HERE / "star_sentences.jsonl", HERE / "voices.jsonl")
HELD_OUT = HERE / "held_out.jsonl"
FRESH = HERE / "fresh.jsonl"
FIRST_READERS = ("reader-a", "reader-b", "reader-c", "reader-d", "reader-e")
SECOND_READER = "second-reader"
WRITERS = {
    "w1": ("ada-bootcamp", "cole-staff", "moira-support", "tomek-data"),
    "w2": ("priya-sre", "joost-manager", "sinead-nurse", "rafael-qa"),
    "w3": ("dieter-cobol", "brandon-founder", "wanjiku-selftaught", "kenji-modest"),
    "w4": ("lin-graduate", "baz-contractor", "noa-security", "elise-returner"),  # the sealed test
}
SEALED = "w4"
KEPT_APART = {  # the second sealed test, in a folder out of reach of ``voices/*.jsonl``; nothing is fitted on it
    "w5": ("emre-games", "salma-hospital", "morag-registers", "dee-airforce", "faiz-wallet", "luca-apprentice"),
}


@dataclass(frozen=True)
class Labelled:
    """One answer: its sentences, their text in small letters (one after another), and the labels given by hand.

    ``kind`` is the rubric's kind, ``kinds`` the evidence of each sentence, ``about`` names the answer without which
    a part was deleted. Answers of the older files carry no ``kinds``.
    """

    id: str
    low: str
    texts: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    labels: tuple[str, ...]
    quality: float
    voice: str
    question: str
    kind: str = RubricKind.PAST_EVENT.value
    kinds: tuple[frozenset[str], ...] | None = None
    missing: frozenset[str] | None = None
    mode: str = "written"
    sort: str = ""
    pair: str = ""
    writer: str = ""

    @property
    def text(self) -> str:
        """The answer as one text; older speech without punctuation keeps a line for each turn."""
        return ("\n" if "without punctuation" in self.voice else " ").join(self.texts)

    def lacks(self, part: str) -> bool:
        """True when the reader found no such part in the answer."""
        return part in self.missing if self.missing is not None else part not in self.labels

    def without(self, label: str) -> "Labelled":
        """The same answer after every sentence of one label has been deleted."""
        if (self.id, label) not in _WITHOUT:
            _WITHOUT[self.id, label] = self._without(label)
        return _WITHOUT[self.id, label]

    def _without(self, label: str) -> "Labelled":
        kept = [i for i, had in enumerate(self.labels) if had != label]
        kinds = None if self.kinds is None else tuple(self.kinds[i] for i in kept)
        missing = None if self.missing is None else self.missing | {label}
        rest = replace(self, id=f"{self.id}-{label}", kinds=kinds, missing=missing)
        return _cut(rest, [self.texts[i] for i in kept], [self.labels[i] for i in kept])


_WITHOUT: dict[tuple[str, str], Labelled] = {}  # copies are asked for by several fits


def _cut(empty: Labelled, texts: list[str], labels: list[str]) -> Labelled:
    """Fill an answer with texts and labels."""
    low = ""
    found: list[Sentence] = []
    for i, text in enumerate(texts):
        start = len(low)
        low += plain(text).low + " "
        found.append(sentence(i, start, len(low) - 1, words(low, start, len(low))))
    return replace(empty, low=low, texts=tuple(texts), sentences=tuple(found), labels=tuple(labels))


def read(*paths: Path) -> list[Labelled]:
    """Read answers from the older files, of one sentence a line."""
    return [answer for path in paths if path.exists() for answer in _read(path)]


def _read(path: Path) -> Iterator[Labelled]:
    rows: dict[str, list[dict[str, object]]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["answer_id"], []).append(row)
    for id, found in rows.items():
        first = found[0]
        question = str(first.get("question", ""))
        empty = Labelled(id, "", (), (), (), float(str(first.get("quality", 0))), str(first.get("notes", "")), question)
        texts, labels = [str(r["sentence"]) for r in found], [str(r["label"]) for r in found]
        yield _cut(replace(empty, kind=_kind(question)), texts, labels)


_SAID = {"how do you": RubricKind.APPROACH, "explain": RubricKind.KNOWLEDGE, "why": RubricKind.MOTIVATION,
         "what impact": RubricKind.PLAN, "what is your": RubricKind.MOTIVATION, "describe your": RubricKind.EXPERIENCE,
         "tell me about yourself": RubricKind.EXPERIENCE, "payments": RubricKind.EXPERIENCE,
         "security": RubricKind.APPROACH, "reliability": RubricKind.APPROACH, "how do": RubricKind.APPROACH,
         "data protection": RubricKind.APPROACH}  # fmt: skip


def _kind(question: str) -> str:
    """Sort of answer that a question of the older files asks for; most ask for an event."""
    low = question.lower()
    return next((kind for said, kind in _SAID.items() if low.startswith(said)), RubricKind.PAST_EVENT).value


def voices(kind_of: dict[str, str], *writers: str) -> list[Labelled]:
    """Read the answers of some writers with their first reader's labels. ``kind_of`` gives the kind by question.

    A writer of ``KEPT_APART`` has to be named: no list that a fit runs over holds it.
    """
    of = WRITERS | KEPT_APART
    return [answer for writer in writers for voice in of[writer] for answer in _voice(voice, writer, kind_of)]


def labels_by(reader: str, voice: str) -> dict[str, dict[str, list[object]]]:
    """The rows of one reader for one voice by answer; {} when the reader did not read it."""
    path = HERE / "labels" / reader / f"{voice}.jsonl"
    if not path.exists():
        return {}
    return {row["answer_id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}


def said(voice: str) -> list[dict[str, Any]]:
    """The answers of one voice as they were written, without labels."""
    folder = next((writer for writer, some in KEPT_APART.items() if voice in some), "")
    text = (HERE / "voices" / folder / f"{voice}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _voice(voice: str, writer: str, kind_of: dict[str, str]) -> Iterator[Labelled]:
    had = next((rows for reader in FIRST_READERS if (rows := labels_by(reader, voice))), None)
    if had is None:
        raise FileNotFoundError(f"{voice} has no labels yet: they belong into {HERE}/labels/<reader>/{voice}.jsonl")
    for row in said(voice):
        label = had[row["answer_id"]]
        empty = Labelled(
            id=row["answer_id"], low="", texts=(), sentences=(), labels=(), quality=float(row["intended"]),
            voice=voice, question=row["question"], kind=kind_of[row["question"]],
            kinds=tuple(frozenset(map(str, found)) for found in label["kinds"]),  # type: ignore[call-overload]
            missing=frozenset(map(str, label["missing"])), mode=row["mode"], sort=row["sort"], pair=row["pair"],
            writer=writer,
        )  # fmt: skip
        yield _cut(empty, row["sentences"], [str(part) for part in label["parts"]])
