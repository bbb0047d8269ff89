"""The review of one answer, read top-down: read, guard, label, find evidence, points, remarks, gaps."""

from collections.abc import Iterator
from dataclasses import replace

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.question import Question
from greenroom.core.rubric import EvidenceKind, Rubric
from greenroom.core.scorecard import SURE

from . import beside, copied, missing, muting, notices, topic
from .copied import Known
from .evidence import Seen, find
from .evidence.result import is_vague
from .finding import note, strength
from .guards import guards, off_topic
from .normalise import plain
from .numbers import forget
from .parts import judge
from .points import SURELY, points
from .praise import Praise, praise, telling
from .reading import Reading
from .remarks import remarks
from .sentences import sentences

ENGINE_VERSION = "2.3.0"
LIMIT = 20_000  # characters; more is cut, and the candidate told so
PER_KIND = 4  # quotes of one kind of evidence
UNSURE = 0.65  # below SURE: confidence of evidence in an answer that may belong to another question


def review(question: Question, rubric: Rubric, answer: str, known: Known = ()) -> Iterator[Finding]:
    """Yield what ``answer`` shows and lacks under ``rubric``. The same input gives the same findings in the same order.

    Every quote holds ``answer[start:end] == text`` in code points. Raises nothing for any text. ``known`` names texts
    that the answer may have been copied from, each with its text; what stands in one whose name begins with "sample"
    earns nothing.
    """
    reading = read(question, rubric, answer)
    origin = copied.copied(reading, known)
    reading = replace(reading, muted={**copied.unscored(reading, origin), **reading.muted})
    yield from copied.notices(reading, origin)
    yield from notices.notices(reading, len(answer) > LIMIT, LIMIT)
    stopped = list(guards(reading))
    if stopped:
        yield from stopped
        return
    yield from muting.notices(reading)
    kind = rubric.kind.value
    heard = reading.heard
    plainly = [i for i, s in enumerate(heard) if not (s.acts and is_vague(reading, s))]  # "we improved" is no result
    said = judge(heard, reading.text.low, kind, plainly).over(reading.sentences, heard)
    yield from _once(_found(replace(reading, labels=said.labels, presence=said.presence, effects=said.effects)))


def read(question: Question, rubric: Rubric, answer: str) -> Reading:
    """Prepare an answer for the detectors."""
    forget()
    text = plain(answer[:LIMIT], LIMIT)
    cut = sentences(text)
    words = sum(word.text[0].isalnum() for sentence in cut for word in sentence.words)
    reading = Reading(question, rubric, text, cut, words)
    return replace(reading, muted=muting.muted(reading))


def _found(reading: Reading) -> Iterator[Finding]:
    """All findings of an answer that can be judged."""
    evidence = list(_evidence(reading))
    covered = [beside.point(reading, f) for f in points(reading)]
    mentioned = frozenset(f.point for f in covered if f.code == "point_mentioned")
    nothing = off_topic(reading, len(evidence) + len(mentioned))
    if nothing is not None:
        yield nothing
        return
    surely = sum(f.code == "point_mentioned" and f.confidence >= SURELY for f in covered)
    doubt = topic.takes_up(reading, evidence, surely)
    if doubt is not None:
        yield doubt
        if doubt.confidence >= topic.UNSCORED:
            evidence = [_seen_only(f) for f in evidence]
        if not doubt.asks:  # a guard: what was seen stays to be read, and earns nothing
            yield from (*missing.parts(reading), *evidence)
            return
    kinds = frozenset(f.code for f in evidence)
    yield from missing.parts(reading)
    yield from evidence
    yield from covered
    yield from remarks(reading)
    yield from missing.missing(reading, evidence)
    yield from missing.length(reading, len(kinds))
    yield from missing.criteria(reading, evidence, mentioned)


def _seen_only(found: Finding) -> Finding:
    """The same as an observation: no praise, and not sure enough to hold up the low end of a band."""
    return replace(found, tone=Tone.NOTE, severity=0, confidence=min(found.confidence, UNSURE))


def _evidence(reading: Reading) -> Iterator[Finding]:
    """A strength where a criterion of the rubric counts the kind and the engine is sure; elsewhere a note."""
    by_kind: dict[EvidenceKind, list[Seen]] = {}
    for kind, seen in find(reading):
        by_kind.setdefault(kind, []).append(seen)
    for kind, every in by_kind.items():
        owner = next((c.id for c in reading.rubric.criteria if kind in c.evidence), "")
        best = sorted(every, key=lambda s: (-s.confidence, s.start))[:PER_KIND]
        for found in sorted(best, key=lambda s: s.start):
            quote = reading.clause(found.sentence, found.start, found.end)
            tone = (
                praise(kind.value)
                if owner and found.confidence >= SURE and telling(kind.value, found.sentence)
                else None
            )
            if tone is not None:
                yield strength(kind.value, quote, found.confidence, criterion=owner, asks=tone is Praise.ASKED)
            else:
                yield note(kind.value, quote, found.confidence, severity=0)


def _once(findings: Iterator[Finding]) -> Iterator[Finding]:
    """At most one finding for a code, a span and a point."""
    seen: set[tuple[object, ...]] = set()
    for finding in findings:
        place = finding.evidence
        span = (place.start, place.end) if isinstance(place, Quote) else place
        key = (finding.code, span, finding.point)
        if key not in seen and not (isinstance(place, Quote) and not place.text and finding.tone is not Tone.NOTE):
            seen.add(key)
            yield finding
