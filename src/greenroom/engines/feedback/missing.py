"""What is missing: parts of the story, the length, criteria for which nothing was found."""

from collections.abc import Iterator, Sequence

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding
from greenroom.core.rubric import EvidenceKind, Need, Part
from greenroom.core.scorecard import FAINT

from . import beside
from .doing import When, Who
from .evidence.result import SIZED_STATED, measured, turned
from .evidence.seen import own_past
from .finding import absent, counted, gap, note
from .parts import STORY_PARTS
from .reading import Reading
from .sentences import Sentence

# The chance of presence below which a part counts as missing, and below which it is stated instead of asked: chosen on
# writers that the weights had not seen (docs/feedback.md). What stays below its aim is asked, or not said at all; on
# sealed voices a stated missing result was right in .86 of cases and a missing task in .71, so both are asked.
MISSING = {Part.SITUATION: 0.20, Part.TASK: 0.25, Part.ACTION: 0.20, Part.RESULT: 0.32, Part.REFLECTION: 0.25}
STATED = {Part.SITUATION: 0.0, Part.TASK: 0.0, Part.ACTION: 0.0, Part.RESULT: 0.0, Part.REFLECTION: 0.15}
LESSON = 0.5  # the sureness from which something that stayed, or was learnt, answers for the reflection
LESSONS = frozenset({EvidenceKind.LASTING_CHANGE.value, EvidenceKind.LEARNING.value})
SEVERITY = {Need.REQUIRED: 3, Need.PREFERRED: 2, Need.BONUS: 1}


def parts(reading: Reading) -> Iterator[Finding]:
    """A note for every sentence's part, so that pages can colour the text; left-out sentences are ``other``."""
    for sentence in reading.sentences:
        label = reading.labels[sentence.index]
        part = Part.OTHER if sentence.index in reading.muted else label.part
        yield note(f"part_{part.value}", reading.quote(sentence), label.confidence, severity=0)


def missing(reading: Reading, evidence: Sequence[Finding]) -> Iterator[Finding]:
    """A gap for every part that the rubric wants and the order-free detector does not find.

    What is done in another way since is a lesson shown, and no words about it are asked for beside it.
    """
    changed = any(f.code in LESSONS and f.confidence >= LESSON for f in evidence)
    for part in STORY_PARTS:
        need = reading.rubric.expects.need(part)
        if need is Need.OFF:
            continue
        chance = reading.presence[part]
        if chance >= MISSING[part] or _told(reading, part) or (changed and part is Part.REFLECTION):
            continue
        here = beside.coloured(reading, part)
        asks = chance >= STATED[part] or here  # stated only when both models agree
        severity = min(SEVERITY[need], 2) if asks else SEVERITY[need]
        code = f"missing_{part.value}"
        about = absent(part.value, beside.part(reading, part))
        advice = (
            f"{code}.here" if here else code
        )  # the page colours a sentence as this part: then that one is asked about
        if about.beside is None:
            severity = 0  # with nothing to tie it to it would fit any answer, and is not put forward
        yield gap(code, about, 1 - chance, severity=severity, asks=asks, advice=advice)


def _told(reading: Reading, part: Part) -> bool:
    """A plain sign of the part overrules the model: a measured effect, an own act, a lesson."""
    if part is Part.RESULT:
        return any(_sized(reading, s) or turned(reading, s) for s in reading.heard)
    if part is Part.ACTION:
        return sum(bool(own_past(s)) for s in reading.heard) >= 2 or any(
            a.who is Who.WE and a.when is When.PAST for s in reading.heard for a in s.acts
        )
    if part is Part.REFLECTION:
        return any("learning" in s.tags and reading.label(s) is Part.REFLECTION for s in reading.heard)
    return False


def _sized(reading: Reading, sentence: Sentence) -> bool:
    return bool(measured(reading, sentence)) and reading.effect(sentence).sized >= SIZED_STATED


def length(reading: Reading, kinds: int) -> Iterator[Finding]:
    """Too long for the time an interviewer gives, or thin: short and with little evidence. Short alone is no fault."""
    low, _ = reading.rubric.length_words.ok
    most = reading.rubric.length_words.hard_max
    if reading.words > most:
        yield gap("too_long", counted("length", reading.words, "words", most), 0.9)
    elif reading.words < low and kinds < 4:
        yield note("thin_answer", counted("length", reading.words, "words", low), 0.8, severity=0)


def criteria(reading: Reading, evidence: Sequence[Finding], mentioned: frozenset[str]) -> Iterator[Finding]:
    """A question for each criterion for which neither evidence nor a point was found; faint evidence is put back.

    It is asked and never stated: a point may have been made in words that nobody listed.
    """
    best = {f.code: f for f in sorted(evidence, key=lambda f: f.confidence)}
    for criterion in reading.rubric.criteria:
        found = [best[kind.value] for kind in criterion.evidence if kind.value in best]
        if mentioned & set(criterion.points) or any(f.confidence >= FAINT for f in found):
            continue
        code = "criterion_without_evidence"
        faint = max(found, key=lambda f: f.confidence, default=None)
        if faint is not None and isinstance(faint.evidence, Quote):
            about = absent(criterion.id, faint.evidence, beside.whole(reading))
            advice = f"{code}.here"
        else:
            about = absent(criterion.id, beside.criterion(reading, criterion), beside.whole(reading))
            advice = code
        # With nothing of the answer to tie it to it would fit any answer: the criterion's row says so, no remark does.
        severity = 0 if about.beside is None else 3 if criterion.weight >= 3 else 2
        yield gap(code, about, 0.7, criterion=criterion.id, severity=severity, asks=True, advice=advice)
