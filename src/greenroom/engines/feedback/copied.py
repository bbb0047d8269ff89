"""Passages of an answer that also stand in a text that is known: a sample, or an earlier answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from greenroom.core.finding import Finding

from .finding import note
from .reading import Reading, Why
from .words import words

RUN = 8  # words in a row that two people hardly ever write alike
SHARE = 0.25  # of the answer's words; below it a common turn of phrase may be the reason
NEARLY_ALL = 0.8  # an earlier answer of one's own is mentioned only when hardly anything is new
SAMPLE = "sample"  # names that begin so are texts of the library
Known = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Copied:
    """What of an answer stands in one known text: its name, the places in the plain copy, the share of the words."""

    name: str
    spans: tuple[tuple[int, int], ...]
    share: float

    @property
    def sample(self) -> bool:
        """True when the text belongs to the library."""
        return self.name.startswith(SAMPLE)


def copied(reading: Reading, known: Known) -> Copied | None:
    """The known text that holds most of the answer, when it holds enough of it to speak of."""
    found = [c for name, text in known if (c := _against(reading, name, text)).share >= _enough(name)]
    return max(found, key=lambda c: (c.sample, c.share), default=None)


def _enough(name: str) -> float:
    return SHARE if name.startswith(SAMPLE) else NEARLY_ALL


def _against(reading: Reading, name: str, text: str) -> Copied:
    theirs = [w.text for w in words(text.lower().replace("’", "'"))]
    runs = {tuple(theirs[i : i + RUN]) for i in range(len(theirs) - RUN + 1)}
    own = [w for s in reading.sentences for w in s.words]
    said = [w.text for w in own]
    shared = [False] * len(own)
    for i in range(len(own) - RUN + 1):
        if tuple(said[i : i + RUN]) in runs:
            shared[i : i + RUN] = [True] * RUN
    spans: list[tuple[int, int]] = []
    for i, word in enumerate(own):
        if shared[i] and i and shared[i - 1]:
            spans[-1] = (spans[-1][0], word.end)
        elif shared[i]:
            spans.append((word.start, word.end))
    return Copied(name, tuple(spans), sum(shared) / max(1, len(own)))


def unscored(reading: Reading, found: Copied | None) -> dict[int, Why]:
    """The sentences that count for nothing because most of their words stand in a sample."""
    if found is None or not found.sample:
        return {}
    muted: dict[int, Why] = {}
    for sentence in reading.sentences:
        inside = sum(any(a <= w.start < b for a, b in found.spans) for w in sentence.words)
        if 2 * inside >= len(sentence.words):
            muted[sentence.index] = Why.COPIED
    return muted


def notices(reading: Reading, found: Copied | None) -> Iterator[Finding]:
    """Say it once, on the longest passage; ``point`` holds the name of the known text for the wording."""
    if found is None:
        return
    start, end = max(found.spans, key=lambda span: (span[1] - span[0], -span[0]))
    advice = "copied_text" if found.sample else "copied_text.earlier"
    severity = 2 if found.sample else 0
    yield note("copied_text", reading.text.quote(start, end), round(min(0.95, 0.7 + found.share / 4), 2),
               advice=advice, point=found.name, severity=severity)  # fmt: skip
