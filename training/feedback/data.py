"""Labelled answers as the engine reads them: one ``Sentence`` for each labelled sentence."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from greenroom.engines.feedback.normalise import plain
from greenroom.engines.feedback.sentences import Sentence, sentence
from greenroom.engines.feedback.words import words

HERE = Path(__file__).parent / "data"
TRAINING = (HERE / "star_sentences.jsonl", HERE / "voices.jsonl")
HELD_OUT = HERE / "held_out.jsonl"
FRESH = HERE / "fresh.jsonl"


@dataclass(frozen=True)
class Labelled:
    """One answer: its sentences, their text in small letters (one after another), and the labels given by hand."""

    id: str
    low: str
    texts: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    labels: tuple[str, ...]
    quality: float
    voice: str
    question: str

    def without(self, label: str) -> "Labelled":
        """The same answer after every sentence of one label has been deleted."""
        kept = [(t, had) for t, had in zip(self.texts, self.labels, strict=True) if had != label]
        return labelled(f"{self.id}-{label}", [t for t, _ in kept], [had for _, had in kept], self)


def labelled(id: str, texts: list[str], labels: list[str], of: "Labelled | None" = None, **more: object) -> Labelled:
    """Build an answer from texts and labels."""
    low = ""
    found: list[Sentence] = []
    for i, text in enumerate(texts):
        start = len(low)
        low += plain(text).low + " "
        cut = words(low, start, len(low))
        found.append(sentence(i, start, len(low) - 1, cut))
    kept = {"quality": of.quality, "voice": of.voice, "question": of.question} if of else more
    return Labelled(id, low, tuple(texts), tuple(found), tuple(labels), **kept)  # type: ignore[arg-type]


def read(*paths: Path) -> list[Labelled]:
    """Read answers from files of one sentence a line."""
    return [answer for path in paths if path.exists() for answer in _read(path)]


def _read(path: Path) -> Iterator[Labelled]:
    rows: dict[str, list[dict[str, object]]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["answer_id"], []).append(row)
    for id, found in rows.items():
        texts, labels = [str(r["sentence"]) for r in found], [str(r["label"]) for r in found]
        more = {"quality": float(str(found[0].get("quality", 0))), "voice": str(found[0].get("notes", ""))}
        yield labelled(id, texts, labels, None, question=str(found[0].get("question", "")), **more)
