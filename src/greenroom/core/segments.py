"""Cuts an answer into segments, so that a page can colour its parts and underline the evidence."""

from collections.abc import Sequence
from itertools import pairwise

from .evidence import Quote
from .fact import fact
from .finding import Finding
from .rubric import Part


@fact
class Segment:
    """A run of the answer in which nothing changes.

    ``text == answer[start:end]``; ``findings`` are positions in the list of findings whose quotes cover it.
    """

    start: int
    end: int
    text: str
    part: Part = Part.OTHER
    confidence: float = 0.0
    findings: tuple[int, ...] = ()


def part_of(finding: Finding) -> Part | None:
    """Return the part that a ``part_*`` finding names, or None for every other finding."""
    if not finding.code.startswith("part_"):
        return None
    return Part(finding.code.removeprefix("part_"))


def segments(text: str, findings: Sequence[Finding]) -> tuple[Segment, ...]:
    """Cut ``text`` at every edge of a quote. The segments joined are the text; none is empty."""
    quoted = [(n, f, f.evidence) for n, f in enumerate(findings) if isinstance(f.evidence, Quote)]
    edges = sorted({0, len(text)} | {e for _, _, q in quoted for e in (q.start, q.end) if 0 <= e <= len(text)})
    return tuple(_segment(text, start, end, quoted) for start, end in pairwise(edges))


def _segment(text: str, start: int, end: int, quoted: list[tuple[int, Finding, Quote]]) -> Segment:
    over = [(n, f) for n, f, quote in quoted if quote.start <= start and end <= quote.end]
    parts = [(f.confidence, part) for _, f in over if (part := part_of(f)) is not None]
    confidence, part = max(parts, default=(0.0, Part.OTHER))
    marks = tuple(n for n, f in over if part_of(f) is None)
    return Segment(start=start, end=end, text=text[start:end], part=part, confidence=confidence, findings=marks)
